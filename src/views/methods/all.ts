/** Which methods are there? All of them, in the order in which `capstack method --list` names them. */

import type { Method } from "./method.ts";

export const methods: readonly Method[] = [];
