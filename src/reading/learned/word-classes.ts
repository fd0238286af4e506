/** Words of the field that mean much the same, so that what is learned of one holds for all. Lemmas; a word may stand in several classes. */

import { symbol } from "./features.ts";

const classes: Readonly<Record<string, string>> = {
  invest:
    "invest put pour pump inject plough plow sink plonk stump chip funnel channel contribute subscribe bet back fund splash wager plug shovel stake commit inject infuse",
  raise:
    "raise net bag bank land haul collect gather attract drum pull scoop secure pick rake tap obtain receive get take garner pocket",
  round:
    "round series seed raise fundraising fundraise financing tranche funding extension pre-seed injection increase placement capital-raising",
  equity:
    "equity capital shares share stock preferred money cheque check investment ticket bet contribution infusion injection backing",
  lead: "lead co-lead anchor head spearhead led",
  investor: "investor backer shareholder fund owner founder venture holder vc partner",
  own: "own hold have retain keep possess control belong sit",
  stake:
    "stake holding shareholding interest ownership slice percentage position chunk piece minority majority participation third quarter fifth tenth half",
  buy: "buy acquire purchase snap pick take swallow absorb purchaser scoop",
  takeover:
    "acquisition takeover merger buyout deal bid offer approach tie-up purchase combination sale suitor acquirer target swoop",
  sell: "sell offload dispose divest unload dump shed part exit cash fetch",
  secondary: "secondary existing employee staff insider tender founder former early old sale stock-sale",
  value: "value price peg worth rate reckon",
  valuation:
    "valuation worth value capitalisation capitalization price tag cap figure pre-money post-money premoney postmoney price-tag market-cap unicorn",
  list: "list float debut flotation listing ipo offering prospectus bourse nasdaq exchange public stock-market stockmarket market-debut float s-1 floatation ipos",
  lend: "lend advance provide extend grant underwrite arrange lender bank syndicate creditor bondholder noteholder club consortium",
  borrow: "borrow issue place draw owe refinance repay borrower drawdown tap carry",
  debt: "loan debt note bond facility credit revolver mortgage convertible borrowing indebtedness financing lease-liability liability paper bonds notes overdraft line senior secured unsecured coupon debenture term-loan sukuk schuldschein exchangeable accordion maturity leverage private-credit tranche guarantee backstop guarantor liabilities delayed-draw",
  rent: "rent lease hire let tenant landlord tenancy sublet occupy colocation colo rental lessee lessor leaseback",
  cloud:
    "cloud compute computing capacity data-centre datacenter datacentre centre center campus hosting workload server hyperscaler inference training hall rack region instance service infrastructure site supercomputer storage facility colocation",
  power: "megawatt gigawatt mw gw power electricity grid energy load",
  contract:
    "contract deal agreement pact accord arrangement order lease partnership commitment master-services tie-up mou memorandum letter intent settlement",
  sign: "sign ink seal strike enter clinch agree win award secure land contract conclude execute finalise reserve book renew extend commit",
  order:
    "order purchase procure reserve buy book requisition deliver delivery shipment supply ship install deploy take",
  chip: "chip gpu processor accelerator tpu semiconductor silicon wafer card system asic xpu board hardware unit rack superchip server",
  use: "use run deploy adopt train serve operate employ power host port rely standardise migrate move switch test try evaluate pilot trial sample benchmark kick assess install experiment qualify",
  supplier:
    "supplier vendor source supply foundry manufacturer maker provider sole single dependent dependence rely reliance depend lean hinge dependency mercy exclusively entirely solely",
  customer: "customer client tenant buyer anchor offtaker patron counterparty user account",
  revenue:
    "revenue sale turnover income billing run-rate annualised annualized top-line topline receipt proceeds takings arr recurring fee",
  loss: "loss lose deficit red net-loss negative ebit operating-loss shortfall write-down",
  burn: "burn cash burnt outflow runway consume bleed drain consumption",
  capex:
    "capex expenditure spending outlay spend budget investment-plan capital-expenditure build-out buildout plough construction earmark equipment plant build",
  backlog:
    "backlog rpo obligation order-book orderbook pipeline contracted bookings remaining performance book unfilled",
  staff:
    "employ employee staff headcount workforce team people worker job payroll engineer hire colleague strong roll position",
  users:
    "user subscriber developer active weekly monthly daily member audience customer download registered account subscriber",
  marketshare: "market share segment dominate dominance hold capture command leader grip corner",
  performance: "faster slower cheaper price-performance performance per dollar cost token throughput",
  efficiency: "energy efficient efficiency watt power joule less electricity consumption bit consume",
  commit:
    "commit commitment promise pledge obligation undertake purchase-commitment owe undertaking non-cancelable take-or-pay noncancelable commitments",
  right:
    "right veto refusal exclusivity exclusive warrant option licence license consent appoint nominate board seat call put preemption golden block terminate clause first-refusal pre-emption rofr covenant director observer",
  talks:
    "talk discussion negotiation consider weigh mull explore eye seek discuss negotiate rumour rumor may could might would potential possible preliminary haggle court circle reportedly plan prepare sound approach hope interest consult tentative propose mooted speculate whisper",
  announce: "announce unveil will agree plan intend set approve shall reveal say pledge letter proposed memorandum",
  done: "complete close finish pay receive draw settle invest buy sell has have",
  ended:
    "end lapse expire cancel terminate scrap drop withdraw abandon collapse shelve waive relinquish surrender walk pull fail reject tear void rescind unwind axe exit decline rebuff dead fold no longer former formerly once",
  deny: "deny reject dispute dismiss refute baseless false untrue rubbish wrong never not correct correction rumour fake invented misstate erroneous amend nonsense",
  expect:
    "expect forecast project predict guide guidance target see outlook aim estimate reckon anticipate by goal budget plan pencil envisage tip consensus",
  account:
    "account represent contribute bring generate derive make come provide percentage concentration largest single biggest",
  part: "per cent percent % share portion proportion fraction part",
  growth: "grow rise up increase climb fall drop down jump slip gain surge plunge decline double triple margin",
  price: "price cost pay fee charge subscription ticket per hour month discount coupon",
  stockmove:
    "index nasdaq dow ftse trade close trader point session basis yield bitcoin gold oil premarket intraday rally tumble",
  prize: "prize fine grant donate donation salary wage bonus subsidy award tax compensation termination reward charity",
};

const byWord = new Map<string, number[]>();
for (const [name, words] of Object.entries(classes)) {
  const number = symbol(`#${name}`);
  for (const word of words.split(" ")) {
    const list = byWord.get(word);
    if (!list) byWord.set(word, [number]);
    else if (!list.includes(number)) list.push(number);
  }
}

const none: readonly number[] = [];

/** The numbers of a lemma's classes; none for most words. */
export function classNumbersOf(lemma: string): readonly number[] {
  return byWord.get(lemma) ?? none;
}
