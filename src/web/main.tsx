/** Starts the page. */

import { effect } from "@preact/signals";
import { render } from "preact";
import "./style/base.css";
import "./style/frame.css";
import "./style/evidence.css";
import "./style/claims.css";
import "./style/network.css";
import "./style/flows.css";
import "./style/panels.css";
import "./style/company.css";
import "./style/deal.css";
import "./style/print.css";
import { Frame } from "./frame.tsx";
import { startKeys } from "./state/acts.ts";
import { startDrops } from "./state/drops.ts";
import { startPage } from "./state/page.ts";
import { pending } from "./state/server.ts";

effect(() => {
  document.documentElement.toggleAttribute("data-waiting", pending.value > 0);
});
startPage();
startKeys();
startDrops();
render(<Frame />, document.getElementById("app")!);
