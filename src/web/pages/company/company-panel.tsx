/** A panel of a company, which can stand alone; obligations by their basis, and by quarters. */

import type { CompanyPanel } from "../../../views/company-answers.ts";
import { address } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { Panel } from "../../ui/panel.tsx";
import { onlyPanel, openYear } from "./company-acts.ts";
import { LadderControls } from "./ladder-controls.tsx";

export function CompanyPanelView({ panel, isAlone }: { panel: CompanyPanel; isAlone: boolean }) {
  const { name, title } = panel;
  return (
    <Panel panel={panel} years={{ opened: address.value.params.quarters ?? "", open: openYear }}>
      {name === "obligations" && <LadderControls />}
      <button type="button" aria-pressed={isAlone} onClick={() => onlyPanel(name)}>
        Alone<span class="sr">: {title}</span> <Key act={`panel-${name}`} />
      </button>
    </Panel>
  );
}
