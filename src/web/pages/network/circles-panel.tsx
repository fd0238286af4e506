/** Circles of money with their weakest link, what could be the same money, and whether they are tied; then those nearly closed. */

import type { ComponentChildren } from "preact";
import type { CircleCard, LinkCard } from "../../../views/network-answers.ts";
import { address, follow } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { answer } from "./network.ts";
import { showCircle, toggleWithout, whyOf } from "./network-acts.ts";

export function CirclesPanel() {
  const now = answer.value;
  if (!now) return null;
  const { circles, broken, near, notDrawn } = now;
  const { circle = "none", without = "" } = address.value.params;
  return (
    <aside class="circles" aria-label="Circles">
      {without !== "" && (
        <p class="notice">
          As if there were no{" "}
          {without.split(",").map((deal) => (
            <button key={deal} type="button" class="link" onClick={() => toggleWithout(deal)}>
              {deal} (put it back)
            </button>
          ))}
        </p>
      )}
      <h2>
        Circles ({circles.length}) <Key act="next-circle" />
      </h2>
      {circles.length === 0 && <p>No circle of money closes at this firmness.</p>}
      <ol>
        {circles.map((one, index) => (
          <li key={one.id} class={one.id.startsWith(circle) ? "circle chosen" : "circle"}>
            <Circle card={one} number={index + 1} isChosen={one.id.startsWith(circle)} />
          </li>
        ))}
      </ol>
      {broken.length > 0 && (
        <>
          <h2>Not closed at this firmness ({broken.length})</h2>
          <ul>
            {broken.map(({ id, path, weakest, weakestLink }) => (
              <li key={id}>
                {path}: {weakestLink} is <StatusPill status={weakest} />
              </li>
            ))}
          </ul>
        </>
      )}
      {near.length > 0 && (
        <>
          <h2>Nearly a circle ({near.length})</h2>
          <ul>
            {near.map(({ text, claims }) => (
              <li key={text}>
                {text} <WhyButton claims={claims} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Not drawn</h2>
      {notDrawn.length === 0 ? (
        <p>Nothing is left out.</p>
      ) : (
        <ul>
          {notDrawn.map(({ reason, count }) => (
            <li key={reason}>
              {count} because {reason}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function Circle({ card, number, isChosen }: { card: CircleCard; number: number; isChosen: boolean }) {
  const { short, path, weakest, weakestLink, links, owners, could, inWindow, span, tied, tiedClaims } = card;
  return (
    <>
      <button type="button" class="plain head" aria-expanded={isChosen} onClick={() => showCircle(short)}>
        <b>C{number}</b> {path}
      </button>
      <p>
        Weakest link: <StatusPill status={weakest} /> {weakestLink}
      </p>
      <p>
        Could be the same money: <b class="tn">{could}</b>
        {inWindow !== null && `; in the year ahead ${inWindow}`}
      </p>
      <p>
        Tied? {tied} <WhyButton claims={tiedClaims} />
      </p>
      {isChosen && (
        <>
          <ul class="links">
            {links.map((link, index) => (
              <LinkLine key={index} link={link}>
                <button type="button" class="link" onClick={() => toggleWithout(link.deal)}>
                  run without this link
                </button>
              </LinkLine>
            ))}
          </ul>
          {owners.map((owner) => (
            <p key={owner} class="muted">
              {owner} (register)
            </p>
          ))}
          <p class="muted">Its money moves: {span}</p>
        </>
      )}
    </>
  );
}

/** A link that opens its sentences. */
export function LinkLine({ link, children }: { link: LinkCard; children?: ComponentChildren }) {
  return (
    <li>
      <button type="button" class="link" data-why={link.claims[0]} onClick={() => whyOf(link.claims)}>
        {link.other}
      </button>{" "}
      {link.text} {link.differs && <span class="conflict">≠</span>} <StatusPill status={link.status} />{" "}
      <button type="button" class="link tn" onClick={() => follow(`#/deal/${link.deal}`)}>
        {link.deal}
      </button>{" "}
      {children}
    </li>
  );
}

function WhyButton({ claims }: { claims: readonly string[] }) {
  if (claims.length === 0) return null;
  return (
    <button type="button" class="link" data-why={claims[0]} onClick={() => whyOf(claims)}>
      {claims.length === 1 ? "the sentence" : `${claims.length} sentences`}
    </button>
  );
}
