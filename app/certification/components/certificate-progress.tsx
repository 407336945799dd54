import type { CertificateStatus } from "~/certification/certificate";
import type { Missing } from "~/certification/check-certificate";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Section, type Step, type StepState, Steps } from "~/ui";

interface CertificateProgressProps {
  certificate: { status: CertificateStatus; submittedAt: string | null; verifiedAt: string | null };
  review: { status: string; decidedAt: string | null } | undefined;
  missing: readonly Missing[];
}

type StepStates = Record<"prepare" | "submit" | "review" | "decision", StepState>;

const statesOf: Record<CertificateStatus, StepStates> = {
  draft: { prepare: "current", submit: "upcoming", review: "upcoming", decision: "upcoming" },
  submitted: { prepare: "done", submit: "done", review: "current", decision: "upcoming" },
  returned: { prepare: "current", submit: "upcoming", review: "problem", decision: "upcoming" },
  verified: { prepare: "done", submit: "done", review: "done", decision: "done" },
  refused: { prepare: "done", submit: "done", review: "done", decision: "problem" },
  revoked: { prepare: "done", submit: "done", review: "done", decision: "problem" },
  withdrawn: { prepare: "problem", submit: "upcoming", review: "upcoming", decision: "upcoming" },
};

/** Where a certificate is on its way, what is missing now and what happens next. */
export function CertificateProgress({ certificate, review, missing }: CertificateProgressProps) {
  const t = useT();
  const language = useLanguage();
  const states = statesOf[certificate.status];
  const step = (key: keyof StepStates, detail?: React.ReactNode): Step => ({
    key,
    title: t(`certification:step.${key}`),
    state: states[key],
    stateLabel: t(`certification:stepState.${states[key]}`),
    detail,
  });
  const isBeingReviewed = certificate.status === "submitted" && review?.status === "claimed";
  return (
    <Section title={t("certification:next")}>
      <Steps
        steps={[
          step(
            "prepare",
            states.prepare === "current" && missing.length > 0 ? (
              <ul>
                {missing.map((item) => (
                  <li key={item}>{t(`certification:missing.${item}`)}</li>
                ))}
              </ul>
            ) : undefined,
          ),
          step(
            "submit",
            certificate.submittedAt && states.submit === "done"
              ? formatInstant(certificate.submittedAt, language)
              : undefined,
          ),
          step(
            "review",
            certificate.status === "submitted"
              ? t(isBeingReviewed ? "certification:waiting.beingReviewed" : "certification:waiting.inQueue")
              : undefined,
          ),
          step(
            "decision",
            review?.decidedAt && states.decision !== "upcoming" ? formatInstant(review.decidedAt, language) : undefined,
          ),
        ]}
      />
    </Section>
  );
}
