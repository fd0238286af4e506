/** How many of what: "1 claim", "2 claims", "1,200 companies". */

export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : several}`;
}
