/** A link that was pinned says on which data; where the book says something else by now, that is told. */

import { address, book, goWith, openLayer } from "../state/page.ts";

export function PinNotice() {
  const [pinned] = (address.value.params.pin ?? "").split(".");
  const now = book.value;
  if (!pinned || now === null) return null;
  if (pinned === now.data)
    return (
      <p class="notice">
        This link was made on data <span class="tn">{pinned.slice(0, 6)}</span>: the book still says the same. <Unpin />
      </p>
    );
  return (
    <p class="notice">
      Made on data <span class="tn">{pinned.slice(0, 6)}</span>; you have <span class="tn">{now.data.slice(0, 6)}</span>
      .{" "}
      <button type="button" class="link" onClick={() => openLayer({ is: "changes" })}>
        What changed since
      </button>{" "}
      <Unpin />
    </p>
  );
}

function Unpin() {
  return (
    <button type="button" class="link" onClick={() => goWith({ pin: "" }, true)}>
      Unpin
    </button>
  );
}
