import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { methods } from "./all.ts";

const mine = methods.filter(({ name }) => /^(clearing|contagion|concentration)\./.test(name));

function run(name: string, input: unknown) {
  return methods.find((method) => method.name === name)!.run(input);
}

function told(name: string, input: unknown): string[] {
  return run(name, input).problems.map(({ message }) => message);
}

test("two companies are cleared from plain input, outside debts left out", () => {
  const { value, problems } = run("clearing.eisenbergNoe", { n: 2, liabilities: [[0, 1, 10]], externalAssets: [4, 1] });
  assert.deepEqual(problems, []);
  assert.deepEqual(value, {
    payments: [4, 0],
    obligations: [10, 0],
    default: [1, 0],
    wave: [0, -1],
    waves: 1,
    equity: [0, 5],
    recovery: [0.4, 1],
    shortfall: 6,
    defaults: 1,
    unique: true,
    leastPayments: [4, 0],
  });
});

test("costs of default are refused where the method has none, and asked for where it needs them", () => {
  const debts = { n: 2, liabilities: [[0, 1, 10]], externalAssets: [4, 1] };
  assert.deepEqual(told("clearing.eisenbergNoe", { ...debts, alpha: 0.5 }), [
    "alpha is not 1, but here a default costs nothing.",
  ]);
  assert.deepEqual(told("clearing.rogersVeraart", { ...debts, alpha: 1.5 }), [
    "alpha is 1.5, not a number from 0 to 1.",
    "beta is missing.",
  ]);
});

test("what is wrong in a network is told by its place", () => {
  assert.deepEqual(told("contagion.debtRank", { n: 2, claims: [[0, 2, 1]], equity: [1], shock: [0, -1] }), [
    "claims[0][1] (to) is 2, not a whole number from 0 to 1.",
    "equity has 1 numbers; it needs 2, one for each.",
    "shock[1] is -1, not a number of at least 0.",
  ]);
  assert.deepEqual(told("contagion.debtRank", { n: 1, claims: [], equity: [1], shock: [0], weights: [0] }), [
    "weights are all 0.",
  ]);
  assert.deepEqual(told("contagion.cascade", { n: 1, liabilities: [], netWorth: [1], shocked: [1], recovery: 0 }), [
    "shocked[0] is 1, not a whole number from 0 to 0.",
  ]);
});

test("a table that leaves nothing over is refused, and an output of 0 that sells", () => {
  const closed = {
    flows: [
      [0, 10],
      [10, 0],
    ],
    output: [10, 10],
  };
  assert.deepEqual(told("contagion.inputOutput", closed), [
    "flows leave nothing over: a group of sectors needs all that it makes.",
  ]);
  assert.deepEqual(told("contagion.inputOutput", { ...closed, output: [0, 20] }).slice(0, 1), [
    "output[0] is 0, but the sector sells or buys.",
  ]);
  assert.deepEqual(told("contagion.inputOutput", { flows: [[1, 2], [3]], output: [10, 10] }), [
    "flows[1] has 1 entry; a row is [to 0, to 1].",
  ]);
});

test("shares that sum to nothing are null, not 0", () => {
  assert.deepEqual(run("concentration.hhi", { values: [0, 0] }).value, {
    hhi: null,
    points: null,
    effectiveNumber: null,
    normalised: null,
    topShare: null,
  });
  assert.deepEqual(
    run("concentration.networkHhi", {
      n: 2,
      sales: [
        [0, 1, 5],
        [1, 1, 5],
      ],
    }).value,
    { customerHhi: [1, null], supplierHhi: [null, 1] },
  );
});

test("layers are named as the input names them, periods sorted", () => {
  const { value } = run("concentration.layersOverTime", {
    layers: ["chips", "chips", "clouds"],
    sales: [
      [0, 2, 10, 2025],
      [1, 2, 10, 2025],
      [0, 2, 30, 2024],
    ],
  });
  const cells = value.cells as readonly { layer: string; period: number; points: number }[];
  assert.deepEqual(
    cells.map(({ layer, period, points }) => [layer, period, points]),
    [
      ["chips", 2024, 10_000],
      ["chips", 2025, 5000],
    ],
  );
});

test("an ensemble of known amounts has no spread, and the same seed gives the same answer", () => {
  const known = { n: 2, liabilities: [[0, 1, 10]], externalAssets: [4, 1], draws: 20 };
  const { value } = run("contagion.ensemble", known);
  assert.deepEqual(
    [value.unknown, value.defaultProbability, value.recoveryLow, value.recoveryHigh],
    [0, [1, 0], [0.4, 1], [0.4, 1]],
  );
  const open = {
    ...known,
    liabilities: [
      [0, 1, null],
      [1, 0, [2, 8]],
    ],
    typical: [10, 1],
    seed: 5,
  };
  assert.deepEqual(run("contagion.ensemble", open), run("contagion.ensemble", open));
  assert.notDeepEqual(
    run("contagion.ensemble", open).value.shortfall,
    run("contagion.ensemble", { ...open, seed: 6 }).value.shortfall,
  );
});

test("an ensemble says when too little is stated to judge by, and when too much is asked", () => {
  const unknown = { n: 2, liabilities: [[0, 1, null]], externalAssets: [4, 1] };
  assert.deepEqual(told("contagion.ensemble", unknown), [
    "liabilities state fewer than three amounts: too few to judge the others by.",
  ]);
  const wide = { n: 1000, liabilities: [], externalAssets: new Array(1000).fill(0), draws: 100_000 };
  assert.deepEqual(told("contagion.ensemble", wide), ["draws times 1000 companies is more than can be kept."]);
  assert.deepEqual(told("contagion.ensemble", { ...unknown, liabilities: [[0, 1, [8, 2]]] }), [
    "liabilities[0] is no row [debtor, creditor, amount] with companies from 0 to 1.",
  ]);
});

test("empty networks are answered, and no JSON makes a method throw", () => {
  const empty = {
    n: 0,
    liabilities: [],
    externalAssets: [],
    alpha: 1,
    beta: 1,
    netWorth: [],
    shocked: [],
    recovery: 0,
    claims: [],
    equity: [],
  };
  const rest = { shock: [], sales: [], flows: [], output: [], values: [], layers: [] };
  for (const method of mine)
    assert.deepEqual(
      method.run({ ...empty, ...rest }).problems.filter(({ code }) => code !== "unknown-input-field"),
      [],
      method.name,
    );
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      [
        [0, 1, 5],
        [1, 0, 5],
      ],
      [1, 2],
      [0],
      1,
    ),
  );
  const inputs = fc.dictionary(
    fc.constantFrom(...Object.keys({ ...empty, ...rest }), "draws", "typical", "weights", "lost"),
    values,
  );
  fc.assert(
    fc.property(inputs, (input) => {
      for (const method of mine) {
        const { value, problems } = method.run({ n: 2, draws: 3, ...input });
        assert.ok(Object.keys(value).length > 0 || problems.length > 0, method.name);
      }
    }),
  );
});
