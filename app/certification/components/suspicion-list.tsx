import type { OtherCertificate, Suspicion } from "~/certification/suspicion";
import { formatDay } from "~/platform/format";
import type { Translate } from "~/platform/i18n";
import { useLanguage, useT } from "~/platform/i18n";
import { Notice, Stack } from "~/ui";

/** What the reviewer should look at twice, in plain words, with what to do about it. */
export function SuspicionList({ suspicions }: { suspicions: readonly Suspicion[] }) {
  const t = useT();
  if (suspicions.length === 0) return null;
  return (
    <Notice tone="warning" title={t("certification:suspicion.title")}>
      <Stack gap="tight">
        <p>{t("certification:suspicion.lead")}</p>
        <ul className="list-disc pl-5">
          {suspicions.map((suspicion) => (
            <li key={suspicion.kind === "claim" ? suspicion.code : suspicion.kind}>
              <Said suspicion={suspicion} />
            </li>
          ))}
        </ul>
      </Stack>
    </Notice>
  );
}

function Said({ suspicion }: { suspicion: Suspicion }) {
  const t = useT();
  const language = useLanguage();
  switch (suspicion.kind) {
    case "sameScan":
    case "sameNumber":
      return (
        <>
          {t(`certification:suspicion.${suspicion.kind}`)} <Others others={suspicion.others} t={t} />{" "}
          {t(`certification:suspicion.${suspicion.kind}Do`)}
        </>
      );
    case "enterpriseClosed":
      return <>{t("certification:suspicion.enterpriseClosed", { day: formatDay(suspicion.since, language) })}</>;
    case "unusualNumber":
      return <>{t("certification:suspicion.unusualNumber", { example: suspicion.example })}</>;
    case "claim":
      return (
        <>
          {t(`certification:warning.${suspicion.code}`)} {t("certification:suspicion.claimDo")}
        </>
      );
  }
}

function Others({ others, t }: { others: readonly OtherCertificate[]; t: Translate }) {
  return (
    <>
      {others.map(({ certificateId, number, enterpriseName }, index) => (
        <span key={certificateId}>
          {index > 0 && "; "}
          <a href={`/tham-dinh/chung-nhan/${certificateId}`}>
            {t("certification:suspicion.other", { number, enterprise: enterpriseName })}
          </a>
        </span>
      ))}
      .
    </>
  );
}
