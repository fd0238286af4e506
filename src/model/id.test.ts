import assert from "node:assert/strict";
import { test } from "node:test";
import { partyIdOf } from "./id.ts";

test("a party's id is its name without accents, article and legal form", () => {
  assert.equal(partyIdOf("Solvane Systems, Inc."), "solvane-systems");
  assert.equal(partyIdOf("The Capital Group"), "capital-group");
  assert.equal(partyIdOf("JSC Saryarqa Digital"), "saryarqa-digital");
  assert.equal(partyIdOf("Ørsted A/S"), "ørsted");
  assert.equal(partyIdOf("Crédit Agricole S.A."), "credit-agricole");
  assert.equal(partyIdOf("Lumivault Group S.A"), "lumivault-group");
  assert.equal(partyIdOf("Claro Cómputo, S.A.P.I. de C.V."), "claro-computo");
  assert.equal(partyIdOf("Karoo Compute (Proprietary) Limited"), "karoo-compute");
  assert.equal(partyIdOf("Z.ai"), "z-ai");
  assert.equal(partyIdOf("Sarab Compute FZ-LLC"), "sarab-compute");
});

test("a legal form may stand before the name", () => {
  assert.equal(partyIdOf("PT Garuda Komputasi Nusantara Tbk"), "garuda-komputasi-nusantara");
  assert.equal(partyIdOf("OÜ Põhjavalgus"), "pohjavalgus");
  assert.equal(partyIdOf("PT"), "pt");
});
