/** The messages of google.firestore.v1 that the server reads and writes, under short names. */
import type { google } from "@google-cloud/firestore/types/protos/firestore_v1_proto_api";

export type BatchGetRequest = google.firestore.v1.IBatchGetDocumentsRequest;
export type BatchGetReply = google.firestore.v1.IBatchGetDocumentsResponse;
export type BatchWriteRequest = google.firestore.v1.IBatchWriteRequest;
export type BatchWriteReply = google.firestore.v1.IBatchWriteResponse;
export type BeginRequest = google.firestore.v1.IBeginTransactionRequest;
export type BeginReply = google.firestore.v1.IBeginTransactionResponse;
export type CommitRequest = google.firestore.v1.ICommitRequest;
export type CommitReply = google.firestore.v1.ICommitResponse;
export type Document = google.firestore.v1.IDocument;
export type ListCollectionIdsRequest = google.firestore.v1.IListCollectionIdsRequest;
export type ListCollectionIdsReply = google.firestore.v1.IListCollectionIdsResponse;
export type ListDocumentsRequest = google.firestore.v1.IListDocumentsRequest;
export type ListDocumentsReply = google.firestore.v1.IListDocumentsResponse;
export type ListenRequest = google.firestore.v1.IListenRequest;
export type ListenReply = google.firestore.v1.IListenResponse;
export type RollbackRequest = google.firestore.v1.IRollbackRequest;
export type RunAggregationQueryRequest = google.firestore.v1.IRunAggregationQueryRequest;
export type RunQueryRequest = google.firestore.v1.IRunQueryRequest;
export type StructuredQuery = google.firestore.v1.IStructuredQuery;
export type TransactionOptions = google.firestore.v1.ITransactionOptions;
export type Value = google.firestore.v1.IValue;
export type Write = google.firestore.v1.IWrite;
