/** What a person decides about a deal, told of one of its claims. */

import { tell } from "./page.ts";
import { write } from "./writes.ts";

/** Which reading of a field is drawn; the others stay. Gives whether it was stored. */
export async function draw(claim: string, field: string, what: string): Promise<boolean> {
  const stored = write("draw", { claim, field, draw: what }, [claim]);
  tell("Decided what is drawn. The other readings stay, here and in every export.", true);
  return (await stored) !== null;
}

/** The claim is of another deal than the others that stand with it. */
export function apart(claim: string): void {
  void write("different", { claim }, [claim]);
  tell("It is of another deal.", true);
}

/** Another deal is this one. */
export function sameDeal(claim: string, other: string): void {
  void write("same", { claim, other }, [claim]);
  tell("They are one deal.", true);
}
