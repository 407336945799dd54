import { useT } from "~/platform/i18n";
import { Button, ButtonLink, Cluster, Section, Stack } from "~/ui";

/** The two ways to bring in the rows of an ended import that were not taken in. */
export function RowsLeft({ here, left, refused }: { here: string; left: number; refused: number }) {
  const t = useT();
  return (
    <Section title={t("imports:left.title", { count: left })} id="con-lai">
      <Stack>
        {refused > 0 && (
          <Stack gap="tight">
            <p>{t("imports:left.correct")}</p>
            <Cluster>
              <ButtonLink href={`${here}/sua-loi`}>{t("imports:retry.title")}</ButtonLink>
            </Cluster>
          </Stack>
        )}
        <form method="post">
          <Stack gap="tight">
            <p>{t("imports:left.retry")}</p>
            <Cluster>
              <Button variant="secondary" name="intent" value="retry">
                {t("imports:action.retry", { count: left })}
              </Button>
            </Cluster>
          </Stack>
        </form>
      </Stack>
    </Section>
  );
}
