import type { ImportStatus } from "~/imports/import-workflow";
import { useT } from "~/platform/i18n";
import { type StepState, Steps } from "~/ui";

const steps = ["upload", "columns", "check", "run", "result"] as const;

/** How many steps are done; the next is the current one. */
const doneSteps: Readonly<Record<ImportStatus, number>> = {
  uploaded: 1,
  mapped: 2,
  planned: 3,
  running: 3,
  paused: 3,
  finished: 5,
  cancelled: 0,
  failed: 0,
};

/** The way of a file into the portal. */
export function ImportSteps({ status }: { status: ImportStatus }) {
  const t = useT();
  if (status === "cancelled" || status === "failed") return null;
  const stateOf = (index: number): Exclude<StepState, "problem"> => {
    if (index < doneSteps[status]) return "done";
    return index === doneSteps[status] ? "current" : "upcoming";
  };
  return (
    <Steps
      steps={steps.map((step, index) => ({
        key: step,
        title: t(`imports:step.${step}`),
        state: stateOf(index),
        stateLabel: t(`imports:step.state.${stateOf(index)}`),
      }))}
    />
  );
}
