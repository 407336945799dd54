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
    tooMany: "Too many files at once. Send fewer.",
    tooManyPixels: "The picture has too many pixels. Take it again at a lower resolution.",
    damaged: "This file cannot be read. It may be damaged; photograph or scan it again.",
    encrypted: "The PDF has a password and cannot be read. Remove the password and upload it again.",
    heic: "HEIC pictures from an iPhone cannot be read. Choose Settings › Camera › Formats › Most Compatible and take it again, or send a JPEG.",
    missing: "Choose a file.",
    hint: "PDF, JPEG, PNG or WebP, 20 MB at most.",
  },
  refusal: {
    notFound: "Not found.",
    stale:
      "Somebody else, or another window, has just changed this. Reload the page to see the new state and do it again.",
    alreadyDecided: "This has already been decided.",
    alreadyClaimed: "Another officer is working on this.",
    ownEnterprise: "You belong to this enterprise, so you cannot review what it submits.",
    tooManyAttempts: "Too many attempts. Wait a few minutes and try again.",
    notAllowed: "This cannot be done in the present state.",
  },
  list: {
    label: "Pages",
    previous: "Previous page",
    next: "Next page",
    position: "{{from}}–{{to}} of {{total}}",
    none: "Nothing here.",
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
