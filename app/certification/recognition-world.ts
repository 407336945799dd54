import type { EnterpriseSector, LegalForm } from "~/enterprises/enterprise-size";
import type { TaxCodeKind } from "~/enterprises/tax-code";
import type { ImportValue, RowProblem } from "~/imports/import-kind";
import type { Day } from "~/platform/day";
import type { ProductGroup, ProductStatus } from "~/products/product";
import type { CertificateStatus } from "./certificate";

export interface KnownEnterprise {
  id: string;
  taxCode: string;
  name: string;
  legalForm: LegalForm;
  areaId: string;
  areaName: string;
  /** The empty string where nothing is known. */
  address: string;
  phone: string;
  version: number;
  isClosed: boolean;
  /** Whether the importing officer is, or was, a party to it. */
  isOwn: boolean;
}

export interface KnownProduct {
  id: string;
  enterpriseId: string;
  name: string;
  gtin: string | null;
  status: ProductStatus;
  version: number;
}

export interface KnownCertificate {
  id: string;
  enterpriseId: string;
  number: string;
  numberKey: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  status: CertificateStatus;
  version: number;
  /** The products in its scope today. */
  products: readonly string[];
  /** Whether a renewal of it is open or verified. */
  isRenewed: boolean;
}

/** The decision that recognises, and everything that its rows may meet. */
export interface Recognition {
  scheme: { id: string; levels: readonly string[]; validityMonths: number | null };
  decision: { number: string; day: Day };
  today: Day;
  enterprises: ReadonlyMap<string, KnownEnterprise>;
  products: readonly KnownProduct[];
  certificates: readonly KnownCertificate[];
  /** The unit that each text of the column names; null where it names none, or several. */
  areas: ReadonlyMap<string, string | null>;
}

export interface NewEnterprise {
  id: string;
  taxCode: string;
  taxCodeKind: TaxCodeKind;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  areaId: string;
  address: string;
  phone: string;
}

export interface NewProduct {
  id: string;
  enterpriseId: string;
  name: string;
  group: ProductGroup;
  gtin: string | null;
}

export interface CertificateFacts {
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
}

/** Empty facts of an enterprise that is here, which the decision completes; what its owner keeps is never written over. */
export interface FilledEnterprise {
  id: string;
  version: number;
  address?: string;
  phone?: string;
}

/** What the rows before have made or completed. */
export interface Drafts {
  enterprises: Map<string, NewEnterprise>;
  filled: Map<string, FilledEnterprise>;
  products: Map<string, NewProduct>;
  certificates: Map<string, CertificateFacts & { id: string; supersedesId: string | null }>;
}

export class Refused {
  constructor(readonly problems: readonly RowProblem[]) {}
}

export const refused = (field: string | null, code: string, value?: ImportValue): Refused =>
  new Refused([{ field, code, ...(value !== undefined && { value: String(value) }) }]);
