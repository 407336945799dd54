import type { Translated } from "./i18n";
import type { vi } from "./messages.vi";

export const en: Translated<typeof vi> = {
  form: {
    required: "Fill this in.",
    tooBig: "At most {{maximum}}.",
    tooSmall: "At least {{minimum}}.",
    notValid: "This is not valid yet.",
    tooLarge: "What you sent is too large. Leave out files or choose smaller ones and send it again.",
    errors: "Not sent yet. Look at these again:",
    optional: "optional",
    dayHint: "Day/month/year, for example 25/12/2025.",
    badDay: "This is not a real day. Write it as day/month/year, for example 25/12/2025.",
    choose: "Choose",
    save: "Save",
    cancel: "Cancel",
    back: "Back",
  },
  file: {
    empty: "This file is empty. Choose another one.",
    type: "Only PDF, JPEG, PNG or WebP files are taken. Photograph or scan it again and upload that.",
    photoType: "Only JPEG, PNG or WebP pictures are taken.",
    tooLarge: "The file is larger than 20 MB. Photograph or scan it again at a lower resolution.",
    gone: "The file sent before is no longer on the portal. Choose it again.",
    tooMany: "Too many files at once. Send fewer.",
    tooManyPixels: "The picture has too many pixels. Take it again at a lower resolution.",
    damaged: "This file cannot be read. It may be damaged; photograph or scan it again.",
    encrypted: "The PDF has a password and cannot be read. Remove the password and upload it again.",
    heic: "HEIC pictures from an iPhone cannot be read. Choose Settings › Camera › Formats › Most Compatible and take it again, or send a JPEG.",
    missing: "Choose a file.",
    hint: "PDF, JPEG, PNG or WebP, 20 MB at most.",
  },
  sheet: {
    empty: "There is nothing in this file. Choose another one.",
    notASpreadsheet: "This is no spreadsheet that can be read. Use an Excel (.xlsx) or CSV file.",
    oldExcel:
      "This is an old Excel file (.xls). Open it in Excel, choose Save As › Excel Workbook (.xlsx) and upload the new file.",
    encrypted:
      "The file has a password and cannot be read. Remove it (File › Info › Protect Workbook) and upload it again.",
    tooLarge:
      "The file is too large or holds too much. Delete the sheets and columns that are not needed, or split it.",
    tooManySheets: "The file has too many sheets. Copy the one to import into a new file.",
    tooManyColumns:
      "The table has more than {{columns}} columns. Delete those that are not needed and upload it again.",
    tooManyRows: "The table has more than {{rows}} rows. Split it into several files.",
    cellTooLong: "A cell is longer than {{characters}} characters. Shorten it and upload the file again.",
    openQuote:
      "A quotation mark in the CSV file is opened and never closed, so where the cell ends is unknown. Open it in Excel, save it as .xlsx and upload that.",
    damaged:
      "This file cannot be read. It may be damaged; open it in Excel, save it as a new .xlsx file and upload that.",
    noHeader: "No row with the columns' titles was found. Use the template, or choose the row of titles.",
    encoding: {
      "utf-8": "Unicode (UTF-8)",
      "utf-16le": "Unicode (UTF-16)",
      "utf-16be": "Unicode (UTF-16 BE)",
      "windows-1258": "Windows-1258",
      tcvn3: "TCVN3 (ABC, fonts named .Vn…)",
      vni: "VNI Windows (fonts named VNI-…)",
    },
  },
  cell: {
    error: "This cell is a formula error of the spreadsheet. Mend the formula or type the value.",
    dayUnread: "This cannot be read as a day. Write it as day/month/year, for example 25/12/2025.",
    dayImpossible: "There is no such day. Write the day before the month, for example 25/12/2025.",
    dayIncomplete: "The day or the month is missing. Write day/month/year, for example 25/12/2025.",
    numberUnread: "This cannot be read as a number. Write digits only, for example 1.234.567.",
    numberAmbiguous: "This comma could set thousands or a fraction apart. Write it anew, for example 1234 or 1.234.",
    codeSpoilt:
      "Excel turned this number into the form 8.93E+12 and lost its last digits. Format the column as Text and enter the number from the package again.",
    zeroLost:
      "The spreadsheet dropped the zeros that the number begins with. Format the column as Text and enter it again.",
    gtinWrong: "This bar code number is not right. It has 8, 12, 13 or 14 digits, as on the package.",
  },
  export: {
    download: "Download this list:",
    xlsx: "Excel (XLSX)",
    csv: "CSV",
    limit: "A file holds {{rows}} rows at most.",
    cut: "The file ends after the first {{rows}} of {{total}} rows. Narrow the filter to download the rest.",
  },
  refusal: {
    notFound: "Not found.",
    stale:
      "Somebody else, or another window, has just changed this. Reload the page to see the new state and do it again.",
    alreadyDecided: "This has already been decided.",
    alreadyClaimed: "Another officer is working on this.",
    ownEnterprise: "You belong to this enterprise, so you cannot review what it submits.",
    ownProposal: "You proposed this, so another officer has to decide.",
    tooManyAttempts: "Too many attempts. Wait a few minutes and try again.",
    notAllowed: "This cannot be done in the present state.",
  },
  list: {
    label: "Pages",
    previous: "Previous page",
    next: "Next page",
    position: "{{from}}–{{to}} of {{total}}",
    none: "Nothing here.",
    search: "Search",
    filters: "Filters",
    apply: "Filter",
    reset: "Clear filters",
    all: "All",
  },
  error: {
    notFoundTitle: "Page not found",
    notFound: "There is no such address, or you may not see it. Check the address.",
    title: "The portal met an error",
    text: "Your request was not carried out. Try again in a few minutes. If it fails again, tell the administrator the request number below.",
    requestId: "Request number: {{requestId}}",
    home: "To the start page",
  },
};
