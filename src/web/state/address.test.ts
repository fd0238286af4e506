import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { controlsOf, readAddress, writeAddress } from "./address.ts";

test("the addresses of the specification are read", () => {
  assert.deepEqual(readAddress("#/evidence/004?claim=c-0046"), {
    screen: "evidence",
    path: "004",
    params: { claim: "c-0046" },
    unknown: {},
  });
  assert.equal(readAddress("#/evidence/004#1383-1472").params.span, "1383-1472");
  assert.equal(
    readAddress("#/claims?q=status:talks+amount:>5bn+conflict").params.q,
    "status:talks amount:>5bn conflict",
  );
});

test("an empty address is the first screen, and so is one that is none", () => {
  assert.equal(readAddress("").screen, "evidence");
  assert.equal(readAddress("#/nowhere?at=2025-12-17").screen, "evidence");
});

test("what no screen knows is kept", () => {
  const address = readAddress("#/claims?q=conflict&layers=money&at=2025-12-17");
  assert.deepEqual(address.unknown, { layers: "money" });
  assert.equal(writeAddress(address), "#/claims?q=conflict&at=2025-12-17&layers=money");
  assert.deepEqual(controlsOf(address), { at: "2025-12-17" });
});

test("any filter survives the way into an address and back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.string(), (q, path) => {
      const well = q.toWellFormed();
      const address = { screen: "claims" as const, path: "", params: { q: well }, unknown: {} };
      assert.deepEqual(readAddress(writeAddress(address)), address);
      assert.equal(typeof readAddress(`#/${path}`).screen, "string");
    }),
  );
});
