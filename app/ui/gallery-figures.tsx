import { Figure, Figures, Grid, Section, ShareChart, Stack, Tag, TargetMeter } from "./index";

const points = [
  { day: "2021-12-31", share: null, label: "2021", value: "Chưa có số liệu" },
  { day: "2022-06-30", share: 840, label: "6/2022", value: "8,40%" },
  { day: "2022-12-31", share: 1_730, label: "2022", value: "17,30%" },
  { day: "2023-12-31", share: 2_950, label: "2023", value: "29,50%" },
  { day: "2024-06-30", share: null, label: "6/2024", value: "Chưa có số liệu" },
  { day: "2024-12-31", share: 4_120, label: "2024", value: "41,20%" },
  { day: "2025-12-31", share: 5_230, label: "2025", value: "52,30%" },
  { day: "2026-05-04", share: 5_610, label: "5/2026", value: "56,10%" },
];

const targets = [
  { day: "2025-12-31", share: 5_000, label: "50%" },
  { day: "2030-12-31", share: 8_000, label: "80% · 2030" },
];

export function GalleryFigures() {
  return (
    <Section id="so-lieu" title="Số liệu">
      <Stack gap="loose">
        <Figures>
          <Figure label="Sản phẩm có chứng nhận" value="1.248" sub="tính đến 04/05/2026" href="#ds-1" />
          <Figure label="Đang có trên sàn" value="700" sub="trên 7 sàn được công nhận" href="#ds-2" />
          <Figure label="DNNVV đã đánh giá" value="Chưa có số liệu" none sub="Chưa có đánh giá nào được xác minh" />
        </Figures>
        <Grid wide>
          <TargetMeter
            title="Sản phẩm có chứng nhận lên sàn"
            share={5_230}
            target={5_000}
            value="52,3%"
            targetLabel="Chỉ tiêu 50% · 31/12/2025"
            description="Đạt 52,3% so với chỉ tiêu 50% đến ngày 31/12/2025."
            href="#ds-3"
            verdict={
              <Tag tone="success" icon="check">
                Đã đạt
              </Tag>
            }
            detail="653 trong 1.248 sản phẩm, chốt ngày 31/12/2025"
          />
          <TargetMeter
            title="Doanh nghiệp chuyển đổi số"
            share={1_200}
            target={8_000}
            value="12,0%"
            targetLabel="Chỉ tiêu 80% · 31/12/2030"
            description="Đạt 12% so với chỉ tiêu 80% đến ngày 31/12/2030."
            href="#ds-4"
            verdict={<Tag tone="warning">Chậm tiến độ</Tag>}
            detail="Mẫu số: doanh nghiệp đã đăng ký trên cổng"
          />
          <TargetMeter
            title="Chưa có mẫu số"
            share={null}
            target={2_000}
            value="Chưa có số liệu"
            targetLabel="Chỉ tiêu 20%"
            description="Chưa có số liệu để so với chỉ tiêu 20%."
          />
        </Grid>
        <ShareChart
          title="Tỷ lệ sản phẩm có chứng nhận đang có trên sàn"
          description="Tỷ lệ tăng từ 8,4% giữa năm 2022 lên 56,1% đầu tháng 5 năm 2026."
          points={points}
          targets={targets}
          tableLabel="Xem số liệu dạng bảng"
          dayHeader="Thời điểm"
          shareHeader="Tỷ lệ"
        />
        <ShareChart
          kind="bars"
          title="Theo năm"
          description="Tỷ lệ cuối mỗi năm."
          points={points}
          targets={targets}
          tableLabel="Xem số liệu theo năm"
          dayHeader="Thời điểm"
          shareHeader="Tỷ lệ"
        />
      </Stack>
    </Section>
  );
}
