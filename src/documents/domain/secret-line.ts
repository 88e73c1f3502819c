/** What stands in a register in place of the subject of a document that few may know of. */
export const SECRET_SUBJECT = 'Nội dung được giữ bí mật';
