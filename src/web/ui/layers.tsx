/** The layer that lies above the page, if one does. */

import { layer } from "../state/page.ts";
import { AddDialog } from "./add-dialog.tsx";
import { ChangesDialog } from "./changes-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { Palette } from "./palette.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";

export function Layers() {
  const shown = layer.value;
  switch (shown?.is) {
    case "palette":
      return <Palette />;
    case "keys":
      return <KeysDialog />;
    case "settings":
      return <SettingsDialog />;
    case "add":
      return <AddDialog />;
    case "export":
      return <ExportDialog />;
    case "changes":
      return <ChangesDialog />;
    // The frame shows the one, the screen that asked the other.
    case "why":
    case "assume":
    case undefined:
      return null;
    default:
      return shown satisfies never;
  }
}
