import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClaimOrder, groupedOrder, orderText, readOrder } from "./claim-order.ts";

const order = (written: string): ClaimOrder => {
  const read = readOrder(written);
  assert.ok(!("unknown" in read), written);
  return read;
};

test("an order is read back as it is written", () => {
  for (const written of ["document", "-amount", "status,-amount,id"]) assert.equal(orderText(order(written)), written);
});

test("a sort that is named twice counts where it stands first", () => {
  assert.equal(orderText(order("status,-amount,-status")), "status,-amount");
});

test("a sort that there is not is given back as it was written", () => {
  assert.deepEqual(readOrder("status,-size"), { unknown: "-size" });
  assert.deepEqual(readOrder("status,"), { unknown: "" });
  assert.deepEqual(readOrder(""), { unknown: "" });
});

test("a group's order comes first, and the asked one inside", () => {
  assert.equal(orderText(groupedOrder("parties", order("-amount"))), "from,to,-amount");
  assert.equal(orderText(groupedOrder(null, order("-amount"))), "-amount");
});

test("groups turn around where the order does", () => {
  assert.equal(orderText(groupedOrder("status", order("-amount,-status"))), "-status,-amount");
  assert.equal(orderText(groupedOrder("parties", order("-to,kind"))), "from,-to,kind");
});
