/** Debt, credit lines, leases told as liabilities; the sums that a company has promised to spend. */

import type { Pattern } from "../pattern.ts";

const debt =
  /\b(?:loans?|debt|notes?|bonds?|facility|facilities|credit|borrow\w*|revolver|mortgage|financing|indebtedness|lent|lend\w*|convertibles?|securities|paper|lease liabilit\w+|private credit)\b/;

export const financingPatterns: readonly Pattern[] = [
  {
    name: "borrow",
    kind: "financing",
    verb: "borrow",
    roles: { borrower: "subject", "lender?": "from led by" },
    amount: "money",
    status: "completed",
    rank: 1,
    example: "In July CoreWeave borrowed another $2.6 billion from Morgan Stanley.",
    reads: "financing borrower=coreweave lender=morgan-stanley 2600000000 USD completed",
  },
  {
    name: "lend",
    kind: "financing",
    verb: "lend",
    roles: { borrower: "object to", lender: "subject by" },
    amount: "money",
    status: "completed",
    rank: 1,
    example: "JPMorgan lent Vantage $38 billion.",
    reads: "financing borrower=vantage lender=jpmorgan 38000000000 USD completed",
  },
  {
    name: "issue-debt",
    kind: "financing",
    verb: "issue sell place raise price close complete draw secure obtain arrange sign get land agree receive launch take have carry owe refinance tap enter underwrite approve provide",
    roles: { borrower: "subject", "lender?": "to from with led by" },
    amount: "money",
    status: "completed",
    needs: debt,
    unless: /\b(?:equity raise|new equity|preferred equity|preferred stock|stake in)\b/,
    rank: 0.5,
    example: "TeraWulf sold $3.2 billion of senior secured notes.",
    reads: "financing borrower=terawulf 3200000000 USD completed",
  },
  {
    name: "loan-noun",
    kind: "financing",
    noun: "loan facility bond note debt credit revolver financing mortgage borrowing indebtedness convertible line",
    roles: {
      borrower: "to for possessor subject of compound topic",
      "lender?": "from with led by subject compound possessor",
    },
    amount: "money",
    status: "completed",
    rank: 0.6,
    unless: /\b(?:equity financing|preferred)\b/,
    example: "Galaxy closed a $1.4 billion project loan with Deutsche Bank.",
    reads: "financing borrower=galaxy-digital lender=deutsche-bank 1400000000 USD completed",
  },
  {
    name: "commitments-noun",
    kind: "commitment",
    noun: "commitment obligation",
    roles: { obligor: "possessor subject of by topic", "counterparty-1?": "to with" },
    amount: "money",
    status: "signed",
    unless: /\b(?:remaining performance|performance obligations|loan commitments|equity|termination)\b/,
    rank: 0.6,
    example: "OpenAI has made $1.4 trillion of infrastructure commitments.",
    reads: "commitment obligor=openai 1400000000000 USD signed",
  },
  {
    name: "promise-to-buy",
    kind: "commitment",
    verb: "promise commit pledge",
    roles: { obligor: "subject" },
    amount: "money",
    status: "signed",
    needs: /\b(?:from everyone|suppliers|in total|altogether|all that)\b/,
    rank: 1,
    example: "OpenAI has promised its suppliers $1.4 trillion in total.",
    reads: "commitment obligor=openai 1400000000000 USD signed",
  },
];
