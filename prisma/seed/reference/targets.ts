import type { Day } from "~/platform/day";

export interface TargetSeed {
  code: string;
  indicator: "listing-share" | "sme-share";
  basisPoints: number;
  deadline: Day;
  baselineOn: Day;
  baselineBasisPoints: number;
  /** The lowest DBI level that counts as carrying out digital transformation; null where no level is asked. */
  thresholdLevel: number | null;
  nameVi: string;
  nameEn: string;
  legalBasisVi: string;
  legalBasisEn: string;
}

const resolution = {
  legalBasisVi: "Nghị quyết số 05-NQ/TU ngày 20/9/2021 của Ban Thường vụ Tỉnh ủy Bình Định (khóa XX)",
  legalBasisEn: "Resolution 05-NQ/TU of 20 September 2021, Standing Board of the Bình Định Party Committee (20th term)",
};
const resolvedOn: Day = "2021-09-20";

// No figure was published for the day of the resolution, so the path to the first deadline starts from nothing; the
// path to 2030 starts where the first target stood.
export const targets: readonly TargetSeed[] = [
  {
    code: "listing-share-2025",
    indicator: "listing-share",
    basisPoints: 5000,
    deadline: "2025-12-31",
    baselineOn: resolvedOn,
    baselineBasisPoints: 0,
    thresholdLevel: null,
    nameVi: "Sản phẩm được chứng nhận có mặt trên sàn thương mại điện tử, đến năm 2025",
    nameEn: "Certified products on e-commerce marketplaces by 2025",
    ...resolution,
  },
  {
    code: "listing-share-2030",
    indicator: "listing-share",
    basisPoints: 8000,
    deadline: "2030-12-31",
    baselineOn: "2025-12-31",
    baselineBasisPoints: 5000,
    thresholdLevel: null,
    nameVi: "Sản phẩm được chứng nhận có mặt trên sàn thương mại điện tử, đến năm 2030",
    nameEn: "Certified products on e-commerce marketplaces by 2030",
    ...resolution,
  },
  {
    code: "sme-share-2030",
    indicator: "sme-share",
    basisPoints: 8000,
    deadline: "2030-12-31",
    baselineOn: resolvedOn,
    baselineBasisPoints: 0,
    // No source names the level; level 1 ("Khởi động") is the literal reading of "has started".
    thresholdLevel: 1,
    nameVi: "Doanh nghiệp nhỏ và vừa thực hiện chuyển đổi số, đến năm 2030",
    nameEn: "Small and medium-sized enterprises carrying out digital transformation by 2030",
    ...resolution,
  },
];
