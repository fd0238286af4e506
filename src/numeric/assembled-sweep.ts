/**
 * A sweep assembled for WebAssembly, with a memory of its own that grows as it is asked for: null where it cannot be had, so that the same steps run in TypeScript.
 *
 * The code exports `s`, which takes four whole numbers, and imports its memory as "m" of "". Its arrays are valid until it is asked for another room.
 */

/** The part of WebAssembly that is used here; pure rooms know no types of it. */
interface Assembly {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { "": { m: Memory } },
  ) => { readonly exports: { readonly s: Sweep } };
}

interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

type Sweep = (one: number, two: number, three: number, four: number) => void;

export interface AssembledSweep {
  readonly buffer: ArrayBuffer;
  readonly sweep: Sweep;
}

/** Bytes that 32-bit addresses reach, less a page. */
const mostBytes = 2 ** 32 - 65_536;

/** Gives the sweep with a memory of at least so many bytes, which all its calls share: each memory reserves gigabytes of addresses. */
export function sharedRoom(code: Uint8Array): (bytes: number) => AssembledSweep | null {
  let made: { readonly memory: Memory; readonly sweep: Sweep } | null | undefined;
  return (bytes) => {
    if (bytes > mostBytes) return null;
    if (made === undefined) made = assemble(code);
    if (made === null) return null;
    const missing = bytes - made.memory.buffer.byteLength;
    try {
      if (missing > 0) made.memory.grow(Math.ceil(missing / 65_536));
      return { buffer: made.memory.buffer, sweep: made.sweep };
    } catch {
      // No more is to be had of this machine: what is there serves smaller networks.
      return null;
    }
  };
}

function assemble(code: Uint8Array): { readonly memory: Memory; readonly sweep: Sweep } | null {
  const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly?: Assembly };
  if (assembly === undefined) return null;
  try {
    const memory = new assembly.Memory({ initial: 1 });
    const { exports } = new assembly.Instance(new assembly.Module(code), { "": { m: memory } });
    return { memory, sweep: exports.s };
  } catch {
    // A page may forbid code that is made while it runs; an old machine may not know these steps.
    return null;
  }
}
