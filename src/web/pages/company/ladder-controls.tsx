/** What the obligations ladder shows: its basis, the rate of a present value, the year that is opened into quarters. */

import { type Basis, rateText, readYearlyRate } from "../../../views/ladder-basis.ts";
import { address, goWith } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { WrittenField } from "../../ui/written-field.tsx";
import { card } from "./company.ts";
import { goBasis } from "./company-acts.ts";

const basisNames: Readonly<Record<Basis, string>> = {
  due: "falling due",
  total: "contract total",
  value: "present value",
};

export function LadderControls() {
  const { basis = "due", rate = "", quarters = "" } = address.value.params;
  const years = card.value?.ladderYears ?? [];
  return (
    <fieldset class="ladder-controls">
      <legend class="sr">Obligations ladder</legend>
      <label>
        <span class="sr">basis</span>
        <select value={basis} onChange={(event) => goBasis(event.currentTarget.value as Basis)}>
          {Object.entries(basisNames).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>{" "}
        <Key act="basis" />
      </label>
      {basis === "value" && <Rate shown={rate} />}
      {basis !== "total" && years.length > 0 && (
        <label>
          quarters of{" "}
          <select value={quarters} onChange={(event) => goWith({ quarters: event.currentTarget.value })}>
            <option value="">no year</option>
            {years.map((year) => (
              <option key={year} value={String(year)}>
                {year}
              </option>
            ))}
          </select>{" "}
          <Key act="quarters" />
        </label>
      )}
    </fieldset>
  );
}

/** The yearly rate. None is there before somebody writes one. */
function Rate({ shown }: { shown: string }) {
  const take = (written: string): string => {
    if (written === "") return "";
    const read = readYearlyRate(written);
    if (typeof read === "object") return wordsOf(read);
    // Below one percent the sign is needed.
    goWith({ rate: read < 0.01 ? rateText(read) : rateText(read).slice(0, -1) });
    return "";
  };
  const words = { label: "at", behind: "a year", about: "yearly rate of discount", placeholder: "8%" };
  return <WrittenField id="rate" kind="rate" size={5} shown={shown} take={take} {...words} />;
}

/** A problem of a flag, beside the field in which the same is written. */
function wordsOf({ message, fix = "" }: { readonly message: string; readonly fix?: string }): string {
  const reason = message.replace(/^--rate .*?: /, "");
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)} For example ${fix.replaceAll("--rate ", "")}`;
}
