/** What a form needs to know of a kind. */
export interface FormSpec {
  readonly kind: Kind;
  /** The certificate's full title. */
  readonly title: string;
  /** The member of the request body that holds the records. */
  readonly block: string;
  /** The name of the list in the block, as the document's own sample writes it. */
  readonly listKey: 'acceptData' | 'AcceptData';
  /** In the document's order. */
  readonly fields: readonly FieldSpec[];
}

/** One row of the document's table. */
export interface FieldSpec {
  /** 字段名称, the name on the wire. */
  readonly name: string;
  /** 序号, as printed; the manager's table starts a part of its numbers again. */
  readonly number: number;
  /** 数据名称. */
  readonly title: string;
  /** How it is edited: `list` is an array of type and text, `long-text` a text of several lines. */
  readonly type: 'text' | 'long-text' | 'date' | 'code' | 'photo' | 'list' | 'url';
  /** In characters (code points); of a list its serialised text; null for a photo, which has at most 50 KB. */
  readonly maxLength: number | null;
  /** `text` says when it is required, `reads` on which fields that depends. */
  readonly need: 'yes' | 'no' | { readonly text: string; readonly reads: readonly string[] };
  /** Of its codes, or of the types of a list's entries. */
  readonly dictionary: DictionaryId | null;
  /** The only text that passes. */
  readonly fixed?: string;
  /** 备注, in short. */
  readonly help: string;
  /** Where the row stands in the document. */
  readonly cite: string;
  /** The other fields whose issues change with this one. */
  readonly affects: readonly string[];
}

/** A code table. */
export interface Dictionary {
  readonly id: DictionaryId;
  readonly title: string;
  /** Where the codes are laid down. */
  readonly cite: string;
  /** Whether all codes are known: in an open dictionary an unlisted one is a warning. */
  readonly closed: boolean;
  /** How many digits a code of an open dictionary has. */
  readonly digits: number | null;
  readonly rows: readonly DictionaryRow[];
}

/** One code. */
export interface DictionaryRow {
  readonly code: string;
  readonly name: string;
  /** How it is known: the document says it, two sources do, one does, or it follows from something else. */
  readonly confidence: 'seed' | 'confirmed' | 'single' | 'inferred';
}

/** How grave an issue of a rule is, by profile. */
export interface RuleSeverity {
  readonly document: 'error' | 'warning';
  readonly strict: 'error' | 'warning';
}

/** One field at which a rule stands. */
export interface RulePlace {
  readonly kind: Kind;
  readonly at: string;
  /** The other fields it reads. */
  readonly reads: readonly string[];
  /** Here, where it differs from the rule's own because less is known of the field's codes or numbers. */
  readonly severity?: RuleSeverity;
}

/** A rule. */
export interface RuleInfo {
  /** Public, never reused. */
  readonly id: RuleId;
  /** The version that brought it. */
  readonly since: string;
  readonly severity: RuleSeverity;
  readonly kinds: readonly Kind[];
  /** What it is checked on: every record, the entries of a batch or request, JSON text, or one of the two as a whole. */
  readonly scope: 'record' | 'entry' | 'text' | 'batch' | 'request';
  /** The clause, standard or reading it rests on; null where that is the row of the field at which it stands (`cite` of its `FieldSpec`). */
  readonly cite: string | null;
  /** The names of the parameters of its issues. */
  readonly params: readonly string[];
  /** Empty where it stands at an entry, a name or the envelope. */
  readonly places: readonly RulePlace[];
  /** What is wrong, why, and what to do: templates with places for `{title}`, `{name}` and the parameters. */
  readonly words: Readonly<Record<'zh-CN' | 'en', readonly [what: string, why: string, fix: string]>>;
}
