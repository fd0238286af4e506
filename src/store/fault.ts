/** What does it mean to a person when the database refuses? */

import type { Problem } from "../model/problem.ts";

/** Carries a problem out of a transaction, which is then undone whole. */
export class Fault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Some kept record is not what was written. */
export class Damage extends Error {}

/** The problem that an error stands for; null where it is our own bug. */
export function problemOf(error: unknown, file: string): Problem | null {
  if (error instanceof Fault) return error.problem;
  if (error instanceof Damage) return damaged(file, error.message);
  const place = { file };
  switch (resultCode(error)) {
    case busy:
      return {
        code: "book-busy",
        message: "another Capstack is writing in this book, and did not come to an end. Nothing was stored.",
        place,
        fix: "Wait until it is done, then run the same command again.",
      };
    case readOnly:
    case cannotOpen:
      return {
        code: "book-read-only",
        message: "nothing can be written here: the folder or the disk is read-only for you. Nothing was stored.",
        place,
        fix: "Copy the book's folder to a place of yours, or: chmod -R u+w FOLDER",
      };
    case full:
      return {
        code: "disk-full",
        message:
          "there is no room left on the disk. Nothing of this write was stored; all that was stored before stands.",
        place,
        fix: "Free some space, then run the same command again.",
      };
    case inputOutput:
      return {
        code: "disk-error",
        message: "the disk failed while it was read or written. Nothing of this write was stored.",
        place,
        fix: "Check the disk, then run the same command again.",
      };
    case corrupt:
      return damaged(file, "SQLite cannot follow it any more");
    case noDatabase:
      return notAStore(file);
    case generic:
      // What SQLite says of an index of words whose own version is another than it was.
      return /^invalid fts5 file format/.test((error as Error).message)
        ? damaged(file, "its index of words has lost its form")
        : null;
    default:
      return null;
  }
}

/** Ends a transaction with a problem. */
export function refuse(problem: Problem): never {
  throw new Fault(problem);
}

/** Whether another process holds the lock that is needed. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === busy;
}

/** Whether SQLite can make no sense of what it was asked, or of where. */
export function isMeaningless(error: unknown): boolean {
  return resultCode(error) === generic;
}

/** Some part of the file is not what was written. */
export function damaged(file: string, what: string): Problem {
  return {
    code: "book-damaged",
    message: `this file is damaged: ${what}. Nothing was changed.`,
    place: { file },
    fix: "Restore it from a copy, or put it aside and: capstack import EXPORT.jsonl",
  };
}

/** The file has the store's name and something else in it. */
export function notAStore(file: string): Problem {
  return {
    code: "not-a-store",
    message: "this file is no store of Capstack.",
    place: { file },
    fix: `Put it aside: mv ${file} ${file}.aside`,
  };
}

// https://sqlite.org/rescode.html
const generic = 1;
const busy = 5;
const readOnly = 8;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const noDatabase = 26;

/** The primary result code of an error of node:sqlite; the bits above it only say more. */
function resultCode(error: unknown): number | null {
  const code: unknown = error instanceof Error && "errcode" in error ? error.errcode : null;
  return typeof code === "number" ? code & 0xff : null;
}
