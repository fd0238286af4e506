/** A layer that holds the focus until it is closed, on the browser's own dialog. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { closeLayer } from "../state/page.ts";

export function Dialog({
  title,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  // Before the browser draws: what is typed right after the key that opens it is meant for its field.
  useLayoutEffect(() => {
    const dialog = element.current!;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-focus]")?.focus();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? "wide" : ""}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        closeLayer();
      }}
      onClick={(event) => event.target === element.current && closeLayer()}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="plain" onClick={closeLayer} aria-keyshortcuts="Escape">
          Close <kbd aria-hidden="true">esc</kbd>
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
