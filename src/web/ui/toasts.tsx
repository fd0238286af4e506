/** What was just done, with the way back. Read out politely. */

import { frameActs } from "../state/frame-acts.ts";
import { toast } from "../state/page.ts";
import { Key } from "./key.tsx";

export function Toasts() {
  const shown = toast.value;
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown && (
        <p class="toast">
          {shown.text}
          {shown.undoable && (
            <button type="button" class="plain" onClick={frameActs.undo}>
              Undo <Key act="undo" />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
