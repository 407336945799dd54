import type { JudgedProduct } from "~/desk/judge-product";
import { useT } from "~/platform/i18n";
import type { ProductStatus } from "~/products/product";
import { Section, Steps } from "~/ui";

/** The way of a product from registration to being counted, and how far it has come. */
export function OwnProductSteps({ status, judged }: { status: ProductStatus; judged: JudgedProduct }) {
  const t = useT();
  if (status === "withdrawn") return null;
  const isRegistered = status === "registered";
  const reached = [
    { key: "registered", isDone: isRegistered },
    { key: "certified", isDone: judged.isCertified },
    { key: "listed", isDone: judged.isListed },
    { key: "counted", isDone: judged.outlook === "counted" },
  ] as const;
  const current = reached.findIndex(({ isDone }) => !isDone);
  return (
    <Section title={t("desk:ownProduct.way")}>
      <Steps
        steps={reached.map(({ key, isDone }, index) => {
          const state = isDone ? "done" : index === current ? "current" : "upcoming";
          return {
            key,
            title: t(`desk:ownProduct.step.${key}`),
            state,
            stateLabel: t(`desk:ownProduct.state.${state}`),
            detail: state === "current" && t(`desk:own.todo.${judged.outlook}`),
          };
        })}
      />
    </Section>
  );
}
