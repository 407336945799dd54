import { describe, expect, test } from "vitest";
import { afterFailedAttempt, type FailedAttempt } from "./mail-attempt";

const attempt = (given: Partial<FailedAttempt>) =>
  afterFailedAttempt({ offered: false, reply: undefined, code: "ECONNECTION", last: false, ...given });

describe("a mail that was not offered to the server yet", () => {
  test("waits for another attempt while the server is away", () => {
    expect(attempt({})).toBe("waiting");
    expect(attempt({ code: "ETIMEDOUT" })).toBe("waiting");
  });
  test("has failed when there is no further attempt", () => {
    expect(attempt({ last: true })).toBe("failed");
  });
  test("waits when the recipient is refused for now, and has failed when refused for good", () => {
    expect(attempt({ code: "EENVELOPE", reply: 450 })).toBe("waiting");
    expect(attempt({ code: "EENVELOPE", reply: 499 })).toBe("waiting");
    expect(attempt({ code: "EENVELOPE", reply: 500 })).toBe("failed");
    expect(attempt({ code: "EENVELOPE", reply: 550 })).toBe("failed");
  });
  test("waits when the portal's own sign-in is refused, for an operator can mend that", () => {
    expect(attempt({ code: "EAUTH", reply: 535 })).toBe("waiting");
  });
});

describe("a mail whose words had begun to go", () => {
  test("is uncertain when the line broke before a reply, also at the last attempt", () => {
    expect(attempt({ offered: true })).toBe("uncertain");
    expect(attempt({ offered: true, code: "ETIMEDOUT", last: true })).toBe("uncertain");
  });
  test("waits when the server says that it did not take it for now", () => {
    expect(attempt({ offered: true, code: "EMESSAGE", reply: 451 })).toBe("waiting");
  });
  test("has failed when the server refuses the message for good", () => {
    expect(attempt({ offered: true, code: "EMESSAGE", reply: 554 })).toBe("failed");
  });
});
