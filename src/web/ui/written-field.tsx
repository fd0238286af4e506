/** A field in which something is written that may be wrong: Enter takes it, Escape leaves what was there, and what is wrong stands beside it in text. */

import { useEffect, useState } from "preact/hooks";

interface WrittenFieldProps {
  /** Its name in the page. */
  readonly id: string;
  readonly kind: "day" | "rate";
  readonly label: string;
  /** What stands behind it. */
  readonly behind?: string;
  /** What it is called where its label does not tell. */
  readonly about?: string;
  readonly placeholder?: string;
  readonly size: number;
  readonly shown: string;
  /** Takes what was written anew; gives what is wrong with it, or nothing. */
  readonly take: (written: string) => string;
}

export function WrittenField({ id, kind, label, behind, about, placeholder, size, shown, take }: WrittenFieldProps) {
  const [written, setWritten] = useState(shown);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    setWritten(shown);
    setWrong("");
  }, [shown]);
  const finish = ({ value }: HTMLInputElement): void => setWrong(value.trim() === shown ? "" : take(value.trim()));
  return (
    <label class={kind}>
      {label}{" "}
      <input
        value={written}
        size={size}
        placeholder={placeholder}
        aria-label={about}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={wrong !== ""}
        aria-describedby={wrong === "" ? undefined : `${id}-wrong`}
        onInput={(event) => setWritten(event.currentTarget.value)}
        onBlur={(event) => finish(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter") finish(event.currentTarget);
          if (event.key !== "Escape") return;
          setWritten(shown);
          // Leaving the field takes what stands in it now.
          event.currentTarget.value = shown;
          event.currentTarget.blur();
        }}
      />
      {behind && ` ${behind}`}
      {wrong !== "" && (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </label>
  );
}
