/** A status: its word, and a drawn glyph beside it. Never a colour alone, never a character of a font. */

import type { ComponentChildren } from "preact";
import type { Status } from "../../model/claim.ts";

export function StatusPill({ status, children }: { status: Status; children?: ComponentChildren }) {
  return (
    <span class={`pill s-${status}`}>
      <StatusGlyph status={status} />
      {status}
      {children}
    </span>
  );
}

/** How much of the circle is filled is how far the thing has come. */
const filled: Readonly<Partial<Record<Status, number>>> = { talks: 0.25, announced: 0.5, signed: 0.75, completed: 1 };

export function StatusGlyph({ status }: { status: Status }) {
  const share = filled[status] ?? 0;
  const angle = share * 2 * Math.PI;
  const [x, y] = [6 + 5 * Math.sin(angle), 6 - 5 * Math.cos(angle)];
  return (
    <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="5"
        fill={share === 1 ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-dasharray={status === "forecast" ? "1 2" : undefined}
      />
      {share > 0 && share < 1 && (
        <path d={`M6 6V1A5 5 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`} fill="currentColor" />
      )}
      {status === "denied" && <path d="M2.5 9.5 9.5 2.5" stroke="currentColor" />}
      {status === "ended" && <path d="M3.5 6h5" stroke="currentColor" />}
    </svg>
  );
}
