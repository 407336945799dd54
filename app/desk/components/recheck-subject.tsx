import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { ScanView } from "~/certification/components/scan-view";
import type { RecheckSubject as Subject } from "~/desk/recheck-subject.server";
import { AnswerFacts } from "~/enterprises/components/answer-facts";
import { ListedProduct } from "~/listings/components/listed-product";
import { MarketplacePage } from "~/listings/components/marketplace-page";
import { useT } from "~/platform/i18n";
import { Split, Stack } from "~/ui";
import { ChangeTable } from "./change-table";

interface RecheckSubjectProps {
  title: string;
  subject: SerializeFrom<Subject>;
  /** What the second officer says about it. */
  children: ReactNode;
}

/** The case as the first officer had it before them, without what they decided. */
export function RecheckSubject({ title, subject, children }: RecheckSubjectProps) {
  const t = useT();
  switch (subject.kind) {
    case "certificate":
      return (
        <Split side="even" aside={<ScanView scan={subject.certificate.scan} pages={subject.pages} />}>
          <Stack>
            {/* The document by which it was verified would tell what was decided. */}
            <CertificateFacts certificate={{ ...subject.certificate, recognition: null }} />
            {children}
          </Stack>
        </Split>
      );
    case "listing":
      return (
        <Split side="even" aside={<MarketplacePage listing={subject.listing} />}>
          <Stack>
            <ListedProduct product={subject.listing.product} enterpriseName={subject.listing.enterpriseName} />
            {children}
          </Stack>
        </Split>
      );
    case "change":
      return (
        <Stack>
          <ChangeTable
            caption={title}
            fields={subject.fields}
            sides={[t("desk:change.verified"), t("desk:change.wanted")]}
          />
          {children}
        </Stack>
      );
    case "checklist-answer":
      return (
        <Split
          side="even"
          aside={
            <ScanView title={t("enterprises:checklist.paper")} scan={subject.answer.paper} pages={subject.pages} />
          }
        >
          <Stack>
            <AnswerFacts answer={subject.answer} />
            {children}
          </Stack>
        </Split>
      );
  }
}
