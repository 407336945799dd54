import routes from "~/routes";
import type { Person } from "../portal/demo-objects";
import { fillPath, mappedRoutes } from "../portal/mapped-routes";
import { signIn } from "../portal/sessions";
import { type Device, expect, test } from "./fixtures";
import { expectNoSideways } from "./watch-page";

const looks: readonly Required<Device>[] = [
  { language: "vi", width: 360, colorScheme: "light" },
  { language: "vi", width: 1280, colorScheme: "dark" },
  { language: "en", width: 360, colorScheme: "dark" },
  { language: "en", width: 1280, colorScheme: "light" },
];

// Of each place the pages that people see; layouts come with them.
const pages = mappedRoutes(routes)
  .filter(({ file }) => file.endsWith(".tsx") && !file.endsWith("-layout.tsx"))
  .map(({ path }) => path);
const isPublic = (path: string) => /^\/($|chi-tieu|phuong-phap|loi-thuong-gap|san-pham|co-so|kiem-tra)/.test(path);
const below = (...places: string[]) => pages.filter((path) => places.some((place) => path.startsWith(place)));

const variants = ["/?pham-vi=binh-dinh", "/san-pham?q=nem", "/san-pham?q=khongcogi", "/san-pham?trang=2"];
const seen: Record<Person, readonly string[]> = {
  anonymous: [...pages, "/thu-vien-giao-dien?khung=ban-lam-viec"].filter(
    (path) =>
      !isPublic(path) && !/^\/(ban-lam-viec|tai-khoan|quan-ly|nhap-lieu|ho-tro|tham-dinh|so|quan-tri)/.test(path),
  ),
  member: [...below("/ban-lam-viec", "/tai-khoan", "/quan-ly", "/nhap-lieu")],
  stranger: ["/ban-lam-viec"],
  officer: [...below("/ban-lam-viec", "/tham-dinh", "/so"), "/nhap-lieu", "/nhap-lieu/:importId"],
  leader: below("/ban-lam-viec", "/so"),
  administrator: below("/ban-lam-viec", "/quan-tri"),
  digitalTeam: below("/ban-lam-viec", "/ho-tro"),
};

for (const look of looks) {
  const named = `${look.language}, ${look.width} px, ${look.colorScheme}`;

  test(`public pages read well and ship no script: ${named}`, async ({ demo, arrive }) => {
    const visitor = await arrive(demo, look);
    for (const path of [...pages.filter(isPublic), ...variants])
      await visitor.open(fillPath(path, demo.objects.parameters));
    expect(visitor.watch.scripts).toEqual([]);
  });

  for (const [person, paths] of Object.entries(seen) as [Person, readonly string[]][]) {
    test(`pages of ${person} read well: ${named}`, async ({ demo, arrive }) => {
      const visitor = await arrive(demo, look);
      if (person !== "anonymous") await signIn(visitor.page.context(), demo, demo.objects.accounts[person]);
      for (const path of paths) {
        await visitor.open(fillPath(path, demo.objects.parameters));
        if (person !== "anonymous") expect(new URL(visitor.page.url()).pathname).not.toBe("/dang-nhap");
      }
    });
  }
}

test("no page runs out of a 320 px screen", async ({ demo, arrive }) => {
  const visitor = await arrive(demo, { width: 320 });
  const context = visitor.page.context();
  for (const [person, paths] of Object.entries({
    ...seen,
    anonymous: [...pages.filter(isPublic), ...seen.anonymous],
  })) {
    if (person !== "anonymous")
      await signIn(context, demo, demo.objects.accounts[person as Exclude<Person, "anonymous">]);
    for (const path of paths) {
      await visitor.page.goto(fillPath(path, demo.objects.parameters));
      await expectNoSideways(visitor.page);
    }
  }
});
