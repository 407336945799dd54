import { describe, expect, test } from "vitest";
import {
  answerActions,
  answerRoles,
  answerStatuses,
  answerWorkflow,
  type ChecklistFacts,
  checklistKinds,
  computedItems,
  isAnswerMet,
  isComputedItem,
  isComputedMet,
  nextAnswerStatus,
} from "./checklist";

// Kind, status, action, who → next. What is not here is not possible.
const steps = [
  "attested none attest owner attested",
  "attested attested withdraw owner withdrawn",
  "attested withdrawn attest owner attested",
  "verified none submit owner submitted",
  "verified withdrawn submit owner submitted",
  "verified returned submit owner submitted",
  "verified submitted withdraw owner withdrawn",
  "verified submitted accept officer accepted",
  "verified submitted return officer returned",
  "verified submitted waive officer waived",
];

test("every kind, status, action and role leads exactly where the table says", () => {
  const possible = checklistKinds.flatMap((kind) =>
    ([null, ...answerStatuses] as const).flatMap((status) =>
      answerActions.flatMap((action) =>
        answerRoles.flatMap((by) => {
          const next = nextAnswerStatus({ kind, status, by }, action);
          return next.ok ? [`${kind} ${status ?? "none"} ${action} ${by} ${next.value}`] : [];
        }),
      ),
    ),
  );
  expect(possible.sort()).toEqual(steps.toSorted());
});

test("what an officer accepted or waived stays so", () => {
  expect([answerWorkflow.verified.accepted, answerWorkflow.verified.waived]).toEqual([{}, {}]);
});

test("an attested item is seen to by the owner's word, a verified one only by an officer's", () => {
  const met = checklistKinds.flatMap((kind) =>
    ([null, ...answerStatuses] as const).flatMap((status) => (isAnswerMet(kind, status) ? [`${kind} ${status}`] : [])),
  );
  expect(met).toEqual([
    "computed accepted",
    "computed waived",
    "attested attested",
    "verified accepted",
    "verified waived",
  ]);
});

describe("a computed item", () => {
  const nothing: ChecklistFacts = {
    confirmedContacts: 0,
    declaredYear: null,
    presentedProducts: 0,
    certificatesInForce: 0,
    liveListings: 0,
    monthsSinceAssessment: null,
  };
  const met = (facts: Partial<ChecklistFacts>) =>
    computedItems.filter((item) => isComputedMet(item, { ...nothing, ...facts }, 2026));

  test("is missing while there is nothing", () => expect(met({})).toEqual([]));
  test.each([
    [{ confirmedContacts: 1 }, "contact-confirmed"],
    [{ presentedProducts: 1 }, "product-presented"],
    [{ certificatesInForce: 1 }, "certificate-in-force"],
    [{ liveListings: 1 }, "listing-confirmed"],
  ])("%o sees to %s alone", (facts, item) => expect(met(facts)).toEqual([item]));
  test("asks for figures of this year or the last", () => {
    expect(met({ declaredYear: 2024 })).toEqual([]);
    expect(met({ declaredYear: 2025 })).toEqual(["size-declared"]);
    expect(met({ declaredYear: 2026 })).toEqual(["size-declared"]);
  });
  test("asks for an assessment of less than twelve months ago", () => {
    expect(met({ monthsSinceAssessment: 11 })).toEqual(["assessed"]);
    expect(met({ monthsSinceAssessment: 12 })).toEqual([]);
  });
  test("is one that the portal has a rule for", () => {
    expect(["assessed", "bank-account"].map(isComputedItem)).toEqual([true, false]);
  });
});
