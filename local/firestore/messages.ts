/** The messages of google.firestore.v1 that the server reads, as they are received. */
import type { Fields, NumberValue, Value, WireTime } from "./engine/values/value";

export interface Mask {
  fieldPaths?: string[];
}

export interface Document {
  name?: string;
  fields?: Fields;
}

export interface Precondition {
  exists?: boolean;
  updateTime?: WireTime;
}

export interface FieldTransform {
  fieldPath?: string;
  setToServerValue?: string;
  increment?: NumberValue;
  maximum?: NumberValue;
  minimum?: NumberValue;
  appendMissingElements?: { values?: Value[] };
  removeAllFromArray?: { values?: Value[] };
}

export interface Write {
  update?: Document;
  delete?: string;
  transform?: { document?: string; fieldTransforms?: FieldTransform[] };
  updateMask?: Mask | null;
  updateTransforms?: FieldTransform[];
  currentDocument?: Precondition | null;
}

export interface WriteResult {
  updateTime?: WireTime;
  transformResults?: Value[];
}

export interface TransactionOptions {
  readOnly?: { readTime?: WireTime };
  readWrite?: object;
}

/** At which moment, or in which transaction, a request reads. */
export interface ReadSelector {
  transaction?: Uint8Array;
  newTransaction?: TransactionOptions;
  readTime?: WireTime;
}

export interface FieldReference {
  fieldPath?: string;
}

export interface Filter {
  compositeFilter?: { op?: string; filters?: Filter[] };
  fieldFilter?: { field?: FieldReference; op?: string; value?: Value };
  unaryFilter?: { field?: FieldReference; op?: string };
}

export interface Cursor {
  values?: Value[];
  before?: boolean;
}

export interface StructuredQuery {
  select?: { fields?: FieldReference[] };
  from?: { collectionId?: string; allDescendants?: boolean }[];
  where?: Filter;
  orderBy?: { field?: FieldReference; direction?: string }[];
  startAt?: Cursor;
  endAt?: Cursor;
  offset?: number;
  limit?: { value?: number };
  findNearest?: object;
}

export interface Aggregation {
  alias?: string;
  count?: { upTo?: { value?: string } };
  sum?: { field?: FieldReference };
  avg?: { field?: FieldReference };
}

export interface BatchGetRequest extends ReadSelector {
  documents?: string[];
  mask?: Mask;
}

export interface RunQueryRequest extends ReadSelector {
  parent?: string;
  structuredQuery?: StructuredQuery;
  explainOptions?: object;
}

export interface RunAggregationQueryRequest extends ReadSelector {
  parent?: string;
  structuredAggregationQuery?: {
    structuredQuery?: StructuredQuery;
    aggregations?: Aggregation[];
  };
  explainOptions?: object;
}

export interface CommitRequest {
  writes?: Write[];
  transaction?: Uint8Array;
}

export interface GetDocumentRequest extends ReadSelector {
  name?: string;
  mask?: Mask;
}

export interface CreateDocumentRequest {
  parent?: string;
  collectionId?: string;
  documentId?: string;
  document?: Document;
  mask?: Mask;
}

export interface UpdateDocumentRequest {
  document?: Document;
  updateMask?: Mask;
  mask?: Mask;
  currentDocument?: Precondition;
}

export interface DeleteDocumentRequest {
  name?: string;
  currentDocument?: Precondition;
}

export interface ListDocumentsRequest extends ReadSelector {
  parent?: string;
  collectionId?: string;
  pageSize?: number;
  pageToken?: string;
  orderBy?: string;
  mask?: Mask;
  showMissing?: boolean;
}

export interface ListCollectionIdsRequest extends ReadSelector {
  parent?: string;
  pageSize?: number;
  pageToken?: string;
}

export interface Target {
  query?: { parent?: string; structuredQuery?: StructuredQuery };
  documents?: { documents?: string[] };
  resumeToken?: Uint8Array;
  readTime?: WireTime;
  targetId?: number;
  once?: boolean;
}

export interface ListenRequest {
  addTarget?: Target;
  removeTarget?: number;
}
