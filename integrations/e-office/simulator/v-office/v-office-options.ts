import { z } from 'zod';

/** What the simulator is told to speak the wire of vOffice as well. */
export const vOfficeSettings = z.object({
  accountName: z.string().min(1),
  accountPass: z.string().min(1),
  appCode: z.string().min(1),
  appPass: z.string().min(1),
  /** 32 bytes in base64, when passwords and the application's code come hidden by AES-256-GCM; left out, they come plain. */
  key: z.base64().optional(),
  /** Id of the department among the units of vOffice. */
  unit: z.int().positive(),
  /** What stands behind the @ of everybody's address. */
  mailDomain: z.string().min(1),
  /** Where results are told; left out, nobody is told. */
  callbackUrl: z.url().optional(),
});

export type VOfficeSettings = z.output<typeof vOfficeSettings>;

/**
 * answerLost: a letter is registered and its answer never comes · callbackLost: results are not told · callbackTwice: they are told twice ·
 * callbackFirst: the leader signs and is told of before the registration is answered.
 */
export const V_OFFICE_FAULTS = ['answerLost', 'callbackLost', 'callbackTwice', 'callbackFirst'] as const;
export type VOfficeFault = (typeof V_OFFICE_FAULTS)[number];

/** As the page of rehearsals names them. */
export const V_OFFICE_FAULT_TITLES: Readonly<Record<VOfficeFault, string>> = {
  answerLost: 'Nhận trình ký mà không trả lời, một lần',
  callbackFirst: 'Ký và báo kết quả trước khi trả lời việc trình ký, một lần',
  callbackLost: 'Không báo kết quả ký, tới khi tắt',
  callbackTwice: 'Báo kết quả ký hai lần, tới khi tắt',
};
