import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../model/document.ts";
import { partyOf } from "../../model/party.ts";
import { prepare } from "../analyse.ts";
import { nameIndex } from "../names.ts";
import { findMentions } from "./find-mentions.ts";

const index = nameIndex({
  parties: [
    partyOf("qualcomm", "Qualcomm", "chipmaker"),
    partyOf("cambricon", "Cambricon", "chipmaker"),
    partyOf("meta", "Meta", "lab"),
  ],
  chips: [],
});

/** The chip families that a text names. */
function chips(text: string): (string | null)[] {
  const { read, names } = prepare(documentOf(text), index, () => false);
  findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  return read.flatMap((sentence) => sentence.chips.map((one) => one.chip));
}

test("a name that its owner's words set before a word for hardware is a chip, and so it is elsewhere", () => {
  assert.deepEqual(chips("Its second-generation Orrin processors sell. Humain tests Orrin."), ["orrin", "orrin"]);
  assert.deepEqual(chips("Meta runs Qualcomm Hexa accelerators."), ["hexa"]);
});

test("a number, what hardware is for or what it is called by tells a chip too", () => {
  assert.deepEqual(chips("Its Tabor processor is used by Meta."), ["tabor"]);
  assert.deepEqual(chips("Meta contracted to buy 20,000 Argos accelerators."), ["argos"]);
  assert.deepEqual(chips("It has ordered 9,000 Trilobite T4 inference cards."), ["t4"]);
  assert.deepEqual(chips("Hanbit sells an accelerator called Astrolabe. Meta tests Astrolabe."), [
    "astrolabe",
    "astrolabe",
  ]);
  assert.deepEqual(chips("It showed boards with its own MN-Core processor."), ["mn-core"]);
});

test("what hardware is called, a name behind the word for it and a name with what it is are chips too", () => {
  assert.deepEqual(chips("Hanbit makes a processor that it calls the Lumo. Meta runs Lumo."), ["lumo", "lumo"]);
  assert.deepEqual(chips("Hanbit called its processor the Lumo."), ["lumo"]);
  assert.deepEqual(chips("Meta will test the European processor Rhode by Sarnia."), ["rhode"]);
  assert.deepEqual(chips("Meta tested its first product, Haru, in May."), ["haru"]);
  assert.deepEqual(chips('Kagura develops "Suzu," an inference chip. Meta uses Suzu.'), ["suzu", "suzu"]);
  assert.deepEqual(chips("It shipped 85,000 Monolith 2 processors. Meta tests Monolith."), ["monolith", "monolith"]);
});

test("a chip of another spelling is one with the family that its letters make", () => {
  assert.deepEqual(chips("Meta ordered 2,000 of its Alizé cards."), ["alize"]);
});

test("where a chip or its designer comes from is no chip", () => {
  for (const text of [
    "The Cambridge chip designer lost money.",
    "They bought the Hartwell chip firm.",
    "They would prefer a Korean chip.",
    "A Toronto chip start-up sells it.",
  ])
    assert.deepEqual(chips(text), [], text);
});

test("a family is the one that a text writes, whatever wider one a register has", () => {
  assert.deepEqual(chips("It runs 5,000 MI350s, AMD Instinct MI355X boards, the GH200 and 640 L40S cards."), [
    "mi350",
    "mi355x",
    "gh200",
    "l40s",
  ]);
  assert.deepEqual(chips("Six gigawatts of Instinct GPUs, and H100s."), ["instinct", "gpu", "h100"]);
});

test("what stands behind a maker of chips with a number in it is one of its chips", () => {
  assert.deepEqual(chips("Humain will take the Qualcomm AI200 first."), ["ai200"]);
  assert.deepEqual(chips("It moved to Cambricon's Siyuan 590 in May."), ["siyuan"]);
  assert.deepEqual(chips("It tests Qualcomm's Maverick-2."), ["maverick"]);
});

test("quarters, years, other companies' numbers and organisations are none", () => {
  for (const text of [
    "Qualcomm Q3 sales rose.",
    "Qualcomm's June 2026 guide stands.",
    "Meta's Building 21 burnt.",
    "We saw Orrin chips. Orrin said it would pay.",
  ])
    assert.deepEqual(chips(text), [], text);
});

test("a chip may have a generation of three digits, a name that it goes under or one behind what it is", () => {
  assert.deepEqual(chips("Meta placed an order for 20,000 Lingshan 200 cards."), ["lingshan"]);
  assert.deepEqual(chips("We design processors under the name Lingshan."), ["lingshan"]);
  assert.deepEqual(chips("Meta is testing its own inference card, the Gintaras, in Vilnius."), ["gintaras"]);
  assert.deepEqual(chips("It designs a processor for speech models, the Anvil."), ["anvil"]);
  assert.deepEqual(chips("We are launching Halyard 3, our third accelerator for models."), ["halyard"]);
  assert.deepEqual(chips("It sold the processor to its rival, the Chronicle."), []);
});
