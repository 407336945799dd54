import { z } from "zod";
import { type dueFilters, type QueueFilter, type QueueOrder, wholeQueue } from "./queue-filter";
import { type ReviewSubject, reviewSubjects } from "./review";

const words = {
  due: { "qua-han": "overdue", "sap-den-han": "due-soon" },
  order: { han: "due", "cho-lau": "age", "rui-ro": "risk" },
} as const satisfies { due: Record<string, (typeof dueFilters)[number]>; order: Record<string, QueueOrder> };

/** The names by which the queue's filter stands in an address, in the order of the form. */
export const queueFields = ["q", "loai", "chungNhan", "diaBan", "ruiRo", "han", "cuaToi", "canBo", "xep"] as const;

const keysOf = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[];

const addressSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  loai: z.enum(reviewSubjects).nullable().catch(null),
  chungNhan: z.uuid().nullable().catch(null),
  diaBan: z.string().max(100).nullable().catch(null),
  ruiRo: z.enum(["1", "2"]).nullable().catch(null),
  han: z.enum(keysOf(words.due)).nullable().catch(null),
  cuaToi: z.literal("1").nullable().catch(null),
  canBo: z.uuid().nullable().catch(null),
  xep: z.enum(keysOf(words.order)).nullable().catch(null),
});

export type QueueAddress = z.output<typeof addressSchema>;

const districtMark = "huyen:";

/** The value of the area field that stands for a whole district of before July 2025. */
export const districtValue = (name: string): string => districtMark + name;

export function readQueueAddress(get: (name: string) => string | null): QueueAddress {
  return addressSchema.parse(
    Object.fromEntries(queueFields.map((name) => [name, get(name) || (name === "q" ? "" : null)])),
  );
}

/** What an address asks of the queue, for this officer. */
export function queueAskedBy(address: QueueAddress, officerId: string): { filter: QueueFilter; order: QueueOrder } {
  const district = address.diaBan?.startsWith(districtMark) ? address.diaBan.slice(districtMark.length) : null;
  return {
    filter: {
      ...wholeQueue,
      query: address.q,
      kind: address.loai,
      schemeId: address.chungNhan,
      areaId: district === null ? address.diaBan : null,
      formerDistrict: district,
      risk: address.ruiRo === null ? null : Number(address.ruiRo),
      due: address.han && words.due[address.han],
      heldBy: address.cuaToi ? officerId : address.canBo,
    },
    order: address.xep ? words.order[address.xep] : "due",
  };
}

/** The filter's own part of an address, without page and messages; empty for the whole queue. */
export function queueQuery(address: QueueAddress): string {
  const set = queueFields.flatMap((name): [string, string][] => (address[name] ? [[name, address[name]]] : []));
  return new URLSearchParams(set).toString();
}

const places: Readonly<Record<ReviewSubject, string>> = {
  certificate: "chung-nhan",
  listing: "tin-dang",
  change: "de-xuat",
  revocation: "de-nghi-thu-hoi",
  "checklist-answer": "danh-muc",
};

/** Where a subject is reviewed; `query` is the queue's filter, carried along so that the next one comes from it. */
export function reviewPath(kind: ReviewSubject, subjectId: string, query = ""): string {
  return `/tham-dinh/${places[kind]}/${subjectId}${query && `?hang=${encodeURIComponent(query)}`}`;
}

/** The queue narrowed to what a number counts. */
export const queueHref = (asked: Partial<QueueAddress>): string => {
  const query = queueQuery({ ...readQueueAddress(() => null), ...asked });
  return `/tham-dinh?${query || "xem=tat-ca"}`;
};
