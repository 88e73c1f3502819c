/** The facts of an incoming line that no message brought and that is not handled here: its document is known by its words alone. */
export const WITHOUT_MESSAGE = {
  priority: 0,
  messageId: null,
  messageSignature: null,
  dueDate: null,
  outcome: null,
  outcomeOn: null,
  joinedToId: null,
  eOfficeId: '',
  amendment: null,
  amendsId: null,
  edition: null,
  takenBackAt: null,
  numberProblem: null,
} as const;
