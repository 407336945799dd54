import {
  Button,
  ButtonLink,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  Grid,
  Icon,
  type IconName,
  MediaCard,
  Notice,
  Pagination,
  Prose,
  Section,
  Stack,
  Steps,
  SummaryList,
  Table,
  Tabs,
  Tag,
  Timeline,
} from "./index";

const icons: readonly IconName[] = [
  "check",
  "clock",
  "warning",
  "info",
  "close",
  "arrow",
  "back",
  "search",
  "upload",
  "document",
  "store",
  "shield",
  "chart",
  "user",
  "menu",
  "external",
  "qr",
  "leaf",
];

const longName = "Nước mắm nhĩ cá cơm ủ chượp truyền thống làng nghề Đề Gi ".repeat(12);
const unbroken = "Bánh".repeat(60);

export function GalleryContent() {
  return (
    <>
      <Section id="thong-bao" title="Thông báo và nhãn">
        <Stack>
          <Notice title="Hồ sơ đang được thẩm định">Cán bộ đã nhận lúc 09:12, thường trả lời trong 3 ngày.</Notice>
          <Notice tone="success" title="Đã xác minh giấy chứng nhận" live>
            Hiệu lực đến 25/03/2029. <a href="#thong-bao">Xem trang sản phẩm</a>
          </Notice>
          <Notice tone="warning">Tin đăng chưa được kiểm tra lại đã 84 ngày.</Notice>
          <Notice tone="danger" title="Không gửi được">
            Tệp lớn hơn 20 MB.
          </Notice>
          <Cluster>
            <Tag>Bản nháp</Tag>
            <Tag tone="info" icon="clock">
              Đang thẩm định
            </Tag>
            <Tag tone="success" icon="check">
              Đã xác minh
            </Tag>
            <Tag tone="warning" icon="warning">
              Sắp hết hạn
            </Tag>
            <Tag tone="danger" icon="close">
              Bị từ chối
            </Tag>
            <Tag tone="accent">OCOP 4 sao</Tag>
          </Cluster>
          <Cluster>
            {icons.map((name) => (
              <Icon key={name} name={name} label={name} />
            ))}
          </Cluster>
        </Stack>
      </Section>
      <Section id="the" title="Thẻ" actions={<a href="#the">Xem cả 240 sản phẩm</a>}>
        <CardGrid>
          <MediaCard
            href="#sp-1"
            title="Nem chua chợ Huyện"
            meta="Cơ sở mẫu số 1 · Xã Tuy Phước"
            tags={
              <>
                <Tag tone="accent">OCOP 4 sao</Tag>
                <Tag tone="success">Trên 3 sàn</Tag>
              </>
            }
          />
          <MediaCard href="#sp-2" icon="store" title={longName} meta={unbroken} tags={<Tag>VietGAP</Tag>} />
          <Card
            title="Gói hỗ trợ lên sàn"
            href="#goi"
            tags={<Tag tone="info">Ngân sách hỗ trợ 50%</Tag>}
            footer={<span className="ui-soft">Còn 12 suất</span>}
          >
            <p>Chụp ảnh, viết mô tả và mở gian hàng trên hai sàn.</p>
          </Card>
        </CardGrid>
      </Section>
      <Section id="bang" title="Bảng và danh sách">
        <Stack gap="loose">
          <Tabs
            label="Trạng thái hồ sơ"
            items={[
              { href: "#cho", label: "Đang chờ", current: true, count: 17 },
              { href: "#tra", label: "Đã trả lại", count: 4 },
              { href: "#xong", label: "Đã xong" },
            ]}
          />
          <Table
            caption="Hồ sơ chờ thẩm định"
            columns={[
              { key: "name", header: "Sản phẩm", primary: true, cell: (row) => <a href={`#${row.id}`}>{row.name}</a> },
              { key: "scheme", header: "Loại", cell: (row) => row.scheme },
              { key: "state", header: "Trạng thái", cell: (row) => <Tag tone="info">{row.state}</Tag> },
              { key: "days", header: "Số ngày chờ", numeric: true, cell: (row) => row.days },
            ]}
            rows={[
              { id: "h1", name: "Rượu Bàu Đá", scheme: "Chỉ dẫn địa lý", state: "Chờ nhận", days: "2" },
              { id: "h2", name: longName, scheme: "OCOP", state: "Đang thẩm định", days: "11" },
              { id: "h3", name: unbroken, scheme: unbroken, state: "Chờ nhận", days: "104" },
            ]}
            rowKey={(row) => row.id}
          />
          <Pagination
            label="Phân trang"
            position="21–40 trong 240"
            previous={{ href: "#trang-1", label: "Trang trước" }}
            next={{ href: "#trang-3", label: "Trang sau" }}
          />
          <SummaryList
            items={[
              { key: "number", term: "Số giấy", value: "52/QĐ-UBND" },
              {
                key: "validity",
                term: "Hiệu lực",
                value: "25/03/2026 – 25/03/2029",
                errors: ["Ngày trên bản quét là 25/03/2025"],
                action: { href: "#sua", label: "Sửa", about: "hiệu lực" },
              },
              { key: "issuer", term: "Nơi cấp", value: longName, action: { href: "#sua-2", label: "Sửa" } },
            ]}
          />
        </Stack>
      </Section>
      <Section id="buoc" title="Việc tiếp theo">
        <Grid wide>
          <Steps
            steps={[
              { key: "1", title: "Đăng ký doanh nghiệp", state: "done", stateLabel: "đã xong" },
              {
                key: "2",
                title: "Nộp giấy chứng nhận",
                state: "problem",
                stateLabel: "cần sửa",
                detail: "Bản quét mờ.",
              },
              {
                key: "3",
                title: "Cán bộ thẩm định",
                state: "current",
                stateLabel: "đang làm",
                detail: "Thường trong 3 ngày làm việc.",
              },
              { key: "4", title: "Khai báo tin đăng trên sàn", state: "upcoming", stateLabel: "chưa đến" },
            ]}
          />
          <Timeline
            events={[
              {
                key: "a",
                title: "Đã xác minh",
                time: "09:12 ngày 04/05/2026",
                dateTime: "2026-05-04",
                tone: "success",
              },
              {
                key: "b",
                title: "Trả lại để bổ sung",
                time: "14:30 ngày 02/05/2026",
                dateTime: "2026-05-02",
                tone: "danger",
                detail: "Thiếu trang 2 của quyết định.",
              },
              { key: "c", title: "Đã nộp", time: "08:00 ngày 02/05/2026", dateTime: "2026-05-02" },
            ]}
          />
        </Grid>
      </Section>
      <Section id="trong" title="Trạng thái trống và văn bản">
        <Grid wide>
          <EmptyState
            headingLevel={3}
            title="Chưa có sản phẩm nào"
            actions={
              <>
                <ButtonLink href="#them">Thêm sản phẩm đầu tiên</ButtonLink>
                <Button variant="quiet" type="button">
                  Nhập từ tệp
                </Button>
              </>
            }
          >
            Mỗi sản phẩm có chứng nhận và đang bán trên sàn sẽ được tính vào chỉ tiêu của tỉnh.
          </EmptyState>
          <Prose>
            <p>
              Một sản phẩm được tính <strong>một lần</strong>, dù có mặt trên bao nhiêu sàn.
            </p>
            <ul>
              <li>Giấy chứng nhận còn hiệu lực vào ngày tính.</li>
              <li>Có ít nhất một tin đăng được xác nhận trong 90 ngày.</li>
            </ul>
            <p>
              Đọc thêm trong <a href="#phuong-phap">ghi chú phương pháp</a>.
            </p>
          </Prose>
        </Grid>
      </Section>
    </>
  );
}
