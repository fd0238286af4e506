/** All keys of this screen and of the frame. */

import { boundKeys } from "../state/bound-keys.ts";
import { frameKeys, type Key, keyText } from "../state/key-table.ts";
import { address, openLayer, preferences } from "../state/page.ts";
import { Dialog } from "./dialog.tsx";
import { screenNames } from "./header.tsx";

export function KeysDialog() {
  const { screen } = address.value;
  const all = boundKeys.value;
  const own = all.slice(0, all.length - frameKeys.length);
  return (
    <Dialog title="Keys" wide>
      {!preferences.value.letterKeys && <p>Single-letter keys are switched off in the settings.</p>}
      <div class="columns">
        <KeyList title={screenNames[screen]} keys={own} />
        <KeyList title="Everywhere" keys={all.slice(own.length)} />
      </div>
      <p>
        <button type="button" onClick={() => openLayer({ is: "settings" })}>
          Choose other keys
        </button>
      </p>
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
