import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { TagTone } from "./tag";

export type StepState = "done" | "current" | "upcoming" | "problem";

export type Step = {
  key: string;
  title: ReactNode;
  state: StepState;
  /** The state in words, for those who do not see the mark. */
  stateLabel: string;
  detail?: ReactNode;
};

/** What has happened and what happens next. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="ui-steps">
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={`ui-step-${step.state}`}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className={`ui-dot ui-dot-${step.state}`} aria-hidden="true">
            {step.state === "done" && <Icon name="check" />}
            {step.state === "problem" && <Icon name="close" />}
            {(step.state === "current" || step.state === "upcoming") && index + 1}
          </span>
          <div>
            <p className="ui-step-title">
              {step.title}
              <span className="ui-hidden"> ({step.stateLabel})</span>
            </p>
            {step.detail && <div className="ui-soft">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export type TimelineEvent = {
  key: string;
  title: ReactNode;
  /** The moment as people read it, and as machines do. */
  time: string;
  dateTime: string;
  detail?: ReactNode;
  tone?: Extract<TagTone, "neutral" | "success" | "danger"> | undefined;
};

const dots = { neutral: "", success: " ui-dot-done", danger: " ui-dot-problem" } as const;

export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="ui-steps ui-timeline">
      {events.map((event) => (
        <li key={event.key}>
          <span className={`ui-dot${dots[event.tone ?? "neutral"]}`} aria-hidden="true" />
          <div>
            <p className="ui-step-title">{event.title}</p>
            <p className="ui-soft">
              <time dateTime={event.dateTime}>{event.time}</time>
            </p>
            {event.detail && <div className="ui-soft">{event.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
