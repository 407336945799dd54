import { addDays, startOfDay } from "~/platform/day";
import { buildFile, buildPhoto, buildProduct, instantOn } from "../builders";
import { demoGtin } from "../demo-numbers";
import { type Random, randomFrom } from "../random";
import type { ProductRow } from "../rows";
import { type DemoEnterprise, hoursAgo, isPast, type Ledger, next, note } from "./ledger";

/** A product of the kind with its photos, registered after its enterprise, or still a draft, or withdrawn since. */
export function addProduct(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  index: number,
  [kind, price, unit]: readonly [string, number, string],
): void {
  const { row: owner, theme } = enterprise;
  const random = randomFrom(5000 + index);
  const brand = owner.name.replace(" (demo)", "").split(" ").slice(-2).join(" ");
  const isDraft = index % 20 === 19;
  const registeredOn = isDraft ? null : addDays(owner.registeredOn, random.between(1, 150));
  const givenUpOn = index % 26 === 13 && registeredOn !== null ? addDays(registeredOn, random.between(200, 420)) : null;
  const withdrawnOn = isDraft ? null : (owner.closedOn ?? givenUpOn);
  const isWithdrawn = withdrawnOn !== null && isPast(ledger, withdrawnOn);
  const createdAt =
    registeredOn === null ? hoursAgo(ledger, random.between(20, 1400)) : instantOn(registeredOn, 9 + random.next() * 7);
  const row = buildProduct(next(ledger, "products"), {
    enterpriseId: owner.id,
    group: theme.group,
    name: `${kind} ${brand}`,
    description: `${kind} của cơ sở hư cấu ${brand}, dùng cho trình diễn. Quy cách: ${unit}.`,
    price: isDraft && index % 40 === 19 ? null : price + random.between(-4, 4) * 1000,
    unit,
    gtin: random.chance(0.55) && theme.group !== "tourism" ? demoGtin(index + 1) : null,
    status: isDraft ? "draft" : isWithdrawn ? "withdrawn" : "registered",
    registeredOn,
    registeredAt: isDraft ? null : createdAt,
    withdrawnOn: isWithdrawn ? withdrawnOn : null,
    createdAt,
  });
  ledger.tables.products.push(row);
  const actor = enterprise.owner.id;
  const about = { enterpriseId: owner.id };
  const facts = { ...saidOf(row), photos: [] };
  note(ledger, createdAt, actor, "product.added", row.id, { ...about, after: facts });
  if (!isDraft) note(ledger, createdAt, actor, "product.registered", row.id, { ...about, after: { registeredOn } });
  if (row.withdrawalRecordedAt !== null) {
    const after = { status: "withdrawn", withdrawnOn };
    note(ledger, row.withdrawalRecordedAt, actor, "product.withdrawn", row.id, { ...about, after });
  }
  enterprise.products.push({ row, enterprise, index, certified: false });
  addPhotos(ledger, enterprise, { productId: row.id, index }, createdAt, random);
}

/** What an owner says of a product, as the portal journals it. */
const saidOf = ({ code, group, name, description, price, unit, gtin }: ProductRow): object => ({
  code,
  group,
  name,
  description,
  price,
  unit,
  gtin,
});

function addPhotos(
  ledger: Ledger,
  { row, themeIndex, owner }: DemoEnterprise,
  { productId, index }: { productId: string; index: number },
  at: Date,
  random: Random,
): void {
  const variants = ledger.pictures.photos[themeIndex] ?? [];
  const first = random.between(0, 1);
  const takenAt = new Date(Math.min(at.getTime() + 60_000, startOfDay(ledger.today).getTime()));
  const photos: string[] = [];
  const count = index === 0 ? variants.length : random.pick([0, 1, 1, 1, 2, 2]);
  for (let position = 0; position < count; position += 1) {
    const picture = variants[(first + position) % variants.length];
    if (picture === undefined) continue;
    const { extension, ...stored } = picture;
    const file = buildFile(next(ledger, "files"), {
      ...stored,
      purpose: "photo",
      originalName: `san-pham-${position + 1}.${extension}`,
      enterpriseId: row.id,
      uploadedById: owner.id,
      createdAt: takenAt,
    });
    photos.push(file.id);
    ledger.tables.files.push(file);
    ledger.tables.product_photos.push(buildPhoto(productId, file.id, position));
  }
  if (photos.length > 0) {
    const told = { enterpriseId: row.id, before: { photos: [] }, after: { photos } };
    note(ledger, takenAt, owner.id, "product.photos-added", productId, told);
  }
}
