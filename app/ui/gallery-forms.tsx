import {
  Button,
  ButtonLink,
  Checkbox,
  CheckboxGroup,
  DayField,
  ErrorSummary,
  Fieldset,
  FileField,
  Form,
  FormActions,
  HiddenField,
  MoneyField,
  RadioGroup,
  Section,
  SelectField,
  Split,
  Stack,
  TextArea,
  TextField,
} from "./index";

export function GalleryForms() {
  return (
    <Section id="bieu-mau" title="Biểu mẫu" lead="Đủ các trạng thái: trống, đã điền, có lỗi, không sửa được.">
      <Split side="even" aside={<FormWithErrors />}>
        <EmptyForm />
      </Split>
    </Section>
  );
}

export function GalleryButtons() {
  return (
    <Section id="nut" title="Nút bấm">
      <FormActions>
        <Button type="button">Nộp hồ sơ</Button>
        <Button type="button" variant="secondary" icon="upload">
          Tải bản quét lên
        </Button>
        <Button type="button" variant="danger">
          Thu hồi
        </Button>
        <Button type="button" variant="quiet">
          Để sau
        </Button>
        <Button type="button" disabled>
          Đang khoá
        </Button>
        <ButtonLink href="#nut">Đăng ký doanh nghiệp</ButtonLink>
        <ButtonLink href="#nut" variant="secondary" icon="external">
          Mở tin đăng
        </ButtonLink>
      </FormActions>
    </Section>
  );
}

const schemes = [
  {
    label: "Nông nghiệp",
    options: [
      { value: "ocop", label: "OCOP" },
      { value: "vietgap", label: "VietGAP" },
    ],
  },
  { label: "Sở hữu trí tuệ", options: [{ value: "gi", label: "Chỉ dẫn địa lý" }] },
];

function EmptyForm() {
  return (
    <Form label="Mẫu trống">
      <HiddenField name="step" value="1" />
      <TextField
        name="taxCode"
        label="Mã số thuế"
        hint="10 chữ số; đơn vị phụ thuộc có thêm gạch ngang và 3 chữ số."
        inputMode="numeric"
        width="medium"
        autoComplete="off"
        required
      />
      <TextField name="area" label="Xã, phường" hint="Gõ tên mới hoặc tên cũ đều được." />
      <SelectField name="scheme" label="Loại chứng nhận" options={schemes} emptyOption="Chọn một loại" />
      <DayField name="validFrom" label="Có hiệu lực từ ngày" hint="Ví dụ 25/03/2026" required />
      <MoneyField name="price" label="Giá bán lẻ" optionalLabel="không bắt buộc" defaultValue="120.000" />
      <RadioGroup
        name="legalForm"
        label="Hình thức pháp lý"
        defaultValue="cooperative"
        choices={[
          { value: "company", label: "Công ty" },
          { value: "cooperative", label: "Hợp tác xã", hint: "Theo Luật Hợp tác xã 2023" },
          { value: "household", label: "Hộ kinh doanh" },
        ]}
      />
      <FileField name="scan" label="Bản quét" hint="PDF, JPEG, PNG hoặc WebP, tối đa 20 MB." accept="application/pdf" />
      <TextArea name="about" label="Giới thiệu sản phẩm" optionalLabel="không bắt buộc" rows={4} />
      <Checkbox name="consent" label="Tôi xác nhận thông tin trên là đúng sự thật" required />
      <TextField name="locked" label="Số giấy chứng nhận" defaultValue="52/QĐ-UBND" disabled />
      <FormActions>
        <Button>Tiếp tục</Button>
        <ButtonLink href="#bieu-mau" variant="quiet">
          Lưu và thoát
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function FormWithErrors() {
  return (
    <Stack>
      <ErrorSummary
        title="Có 4 chỗ cần sửa"
        errors={[
          { href: "#badTaxCode", text: "Mã số thuế sai chữ số kiểm tra" },
          { href: "#badDay", text: "Ngày hết hạn phải sau ngày có hiệu lực" },
          { href: "#covers", text: "Chọn ít nhất một sản phẩm" },
          { href: "#size", text: "Chọn một quy mô" },
        ]}
      />
      <Form label="Mẫu có lỗi">
        <TextField
          name="badTaxCode"
          label="Mã số thuế"
          hint="10 chữ số."
          defaultValue="4100000001"
          errors={["Mã số thuế sai chữ số kiểm tra"]}
          inputMode="numeric"
          width="medium"
        />
        <Fieldset id="validity" legend="Thời hạn hiệu lực">
          <DayField name="goodDay" label="Từ ngày" defaultValue="25/03/2026" />
          <DayField
            name="badDay"
            label="Đến ngày"
            defaultValue="25/03/2024"
            errors={["Ngày hết hạn phải sau ngày có hiệu lực"]}
          />
        </Fieldset>
        <CheckboxGroup
          name="covers"
          label="Sản phẩm được chứng nhận"
          hint="Chọn mọi sản phẩm ghi trong giấy."
          errors={["Chọn ít nhất một sản phẩm"]}
          choices={[
            { value: "1", label: "Nem chua chợ Huyện" },
            { value: "2", label: "Rượu Bàu Đá" },
            { value: "3", label: "Yến sào Phương Mai", disabled: true, hint: "Đã rút khỏi danh mục" },
          ]}
        />
        <RadioGroup
          name="size"
          label="Quy mô"
          inline
          errors={["Chọn một quy mô"]}
          choices={[
            { value: "micro", label: "Siêu nhỏ" },
            { value: "small", label: "Nhỏ" },
            { value: "medium", label: "Vừa" },
          ]}
        />
        <FormActions>
          <Button name="intent" value="save">
            Nộp lại
          </Button>
        </FormActions>
      </Form>
    </Stack>
  );
}
