import { GalleryContent } from "./gallery-content";
import { GalleryFigures } from "./gallery-figures";
import { GalleryButtons, GalleryForms } from "./gallery-forms";
import {
  AccountMenu,
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  DemoBanner,
  DeskShell,
  FilterPanel,
  PageHeader,
  PublicShell,
  SearchForm,
  Section,
  SelectField,
  Split,
  Tag,
  VisuallyHidden,
} from "./index";

const banner = (
  <DemoBanner label="Bản thử nghiệm">
    <strong>DEMO</strong> · Dữ liệu minh hoạ, không có thật. <a href="#tai-khoan">Tài khoản thử</a>
  </DemoBanner>
);

const languageSwitch = (
  <form method="post">
    <Button variant="quiet" name="language" value="en">
      English
    </Button>
  </form>
);

/** Every primitive in every state, inside the public or the signed-in frame. */
export function Gallery({ view = "public" }: { view?: "public" | "desk" | undefined }) {
  return view === "desk" ? <DeskGallery /> : <PublicGallery />;
}

function PublicGallery() {
  return (
    <PublicShell
      brand={{ name: "Lên Sàn", href: "#trang-chu", line: "Sản phẩm có chứng nhận của Gia Lai" }}
      skipLabel="Đến nội dung chính"
      navLabel="Danh mục"
      nav={[
        { href: "#so-lieu", label: "Chỉ tiêu", current: true },
        { href: "#the", label: "Sản phẩm" },
        { href: "#doanh-nghiep", label: "Doanh nghiệp" },
        { href: "#phuong-phap", label: "Phương pháp tính" },
      ]}
      languageSwitch={languageSwitch}
      account={
        <ButtonLink href="#dang-nhap" variant="secondary">
          Đăng nhập
        </ButtonLink>
      }
      demoBanner={banner}
      intro={
        <PageHeader
          title="Sản phẩm quê mình, có chứng nhận, có trên sàn"
          lead="Cổng theo dõi việc đưa sản phẩm có chứng nhận lên sàn thương mại điện tử."
        />
      }
      footer={<p>Dữ liệu mở. Mỗi con số đều mở được danh sách phía sau.</p>}
    >
      <GalleryFigures />
      <GalleryButtons />
      <GalleryForms />
      <GalleryContent />
      <Section id="tim" title="Tìm kiếm và lọc">
        <SearchForm label="Tìm sản phẩm" submitLabel="Tìm" hint="Có dấu hay không dấu đều được.">
          <FilterPanel title="Bộ lọc" submitLabel="Áp dụng" reset={{ href: "#tim", label: "Bỏ lọc" }}>
            <SelectField
              name="filterScheme"
              label="Loại"
              emptyOption="Tất cả"
              options={[{ value: "ocop", label: "OCOP" }]}
            />
            <Checkbox name="listed" label="Chỉ sản phẩm đang có trên sàn" defaultChecked />
          </FilterPanel>
        </SearchForm>
      </Section>
    </PublicShell>
  );
}

function DeskGallery() {
  return (
    <DeskShell
      brand={{ name: "Lên Sàn", href: "#trang-chu" }}
      skipLabel="Đến nội dung chính"
      navLabel="Danh mục"
      nav={[
        { href: "#viec", label: "Việc cần làm" },
        { href: "#tham-dinh", label: "Thẩm định", current: true, count: 17, icon: "shield" },
        { href: "#san-pham", label: "Sản phẩm", icon: "store" },
        { href: "#nhat-ky", label: "Nhật ký", icon: "document" },
      ]}
      languageSwitch={languageSwitch}
      account={
        <AccountMenu name="Cán bộ mẫu" roleName="Cán bộ thẩm định">
          <ButtonLink href="#ho-so" variant="quiet">
            Hồ sơ của tôi
          </ButtonLink>
          <form method="post">
            <Button variant="quiet">Đăng xuất</Button>
          </form>
        </AccountMenu>
      }
      demoBanner={banner}
      footer={<p>Cần giúp đỡ, gọi tổng đài của Sở.</p>}
    >
      <Breadcrumbs
        label="Vị trí"
        items={[
          { href: "#viec", label: "Việc cần làm" },
          { href: "#tham-dinh", label: "Thẩm định" },
          { label: "Rượu Bàu Đá" },
        ]}
      />
      <PageHeader
        title="Rượu Bàu Đá"
        lead="Chỉ dẫn địa lý, nộp ngày 02/05/2026."
        tags={<Tag tone="info">Đang thẩm định</Tag>}
        actions={
          <Button variant="secondary" type="button">
            Trả về hàng chờ<VisuallyHidden> hồ sơ này</VisuallyHidden>
          </Button>
        }
      />
      <Split aside={<GalleryButtons />}>
        <GalleryContent />
      </Split>
    </DeskShell>
  );
}
