/** As whom we call, and for which unit. */
export interface VOfficeAccount {
  readonly accountName: string;
  readonly accountPass: string;
  readonly appCode: string;
  readonly appPass: string;
  /** The system that submits, as people read it in vOffice. */
  readonly sender: string;
  /** Id of the issuing unit there. */
  readonly issueUnit: number;
  /** What is added to a code of a person that is no address of mail. */
  readonly mailDomain: string | undefined;
}
