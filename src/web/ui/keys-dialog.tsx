/** All keys of this screen and of the frame. */

import { claimsKeys, evidenceKeys, frameKeys, type Key, keyText } from "../state/key-table.ts";
import { address, preferences } from "../state/page.ts";
import { Dialog } from "./dialog.tsx";

export function KeysDialog() {
  const { screen } = address.value;
  return (
    <Dialog title="Keys" wide>
      {!preferences.value.letterKeys && <p>Single-letter keys are switched off in the settings.</p>}
      <div class="columns">
        <KeyList
          title={screen === "evidence" ? "Evidence" : "Claims"}
          keys={screen === "evidence" ? evidenceKeys : claimsKeys}
        />
        <KeyList title="Everywhere" keys={frameKeys} />
      </div>
    </Dialog>
  );
}

function KeyList({ title, keys }: { title: string; keys: readonly Key[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {keys.map(({ act, keys: pressed, about }) => (
          <div key={act}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{keyText(key)}</kbd>
              ))}
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
