import { expect, test } from "vitest";
import { afterGatewayAnswer } from "./gateway-answer";

const answered = (status: number, last = false) => afterGatewayAnswer({ reached: true, status }, last);

test("a message that the gateway took, now or by an earlier request of the same key, is sent", () => {
  expect([200, 202, 299, 409].map((status) => answered(status))).toEqual(["sent", "sent", "sent", "sent"]);
});

test("a message that the gateway did not take for now waits, and has failed at the last attempt", () => {
  for (const status of [401, 403, 429, 503]) {
    expect(answered(status)).toBe("waiting");
    expect(answered(status, true)).toBe("failed");
  }
  expect(afterGatewayAnswer({ reached: false, status: undefined }, false)).toBe("waiting");
  expect(afterGatewayAnswer({ reached: false, status: undefined }, true)).toBe("failed");
});

test("a message that the gateway refuses has failed", () => {
  expect([400, 404, 422, 301].map((status) => answered(status))).toEqual(["failed", "failed", "failed", "failed"]);
});

test("a message of which nobody knows whether the gateway took it is uncertain, also at the last attempt", () => {
  expect([500, 502].map((status) => answered(status, true))).toEqual(["uncertain", "uncertain"]);
  expect(afterGatewayAnswer({ reached: true, status: undefined }, true)).toBe("uncertain");
});
