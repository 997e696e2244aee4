-- What version 0.1.0 (6818f94) leaves in a database after three demonstration cases; made by tools/keep-release.ts.


SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA disposition;

CREATE SCHEMA documents;

CREATE SCHEMA enterprise;

CREATE SCHEMA exchange;

CREATE SCHEMA inspection;

CREATE SCHEMA reference;

CREATE SCHEMA release;

CREATE SCHEMA runtime;

CREATE SCHEMA shipment;

CREATE SCHEMA subscriptions;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE disposition."case" (
    shipment_id uuid NOT NULL,
    version integer NOT NULL,
    withdrawn boolean DEFAULT false NOT NULL
);

CREATE TABLE disposition.collision (
    id text NOT NULL,
    shipment_id uuid NOT NULL,
    body jsonb NOT NULL,
    state text NOT NULL,
    resolution text,
    found_at timestamp with time zone NOT NULL
);

CREATE TABLE disposition.instruction (
    id text NOT NULL,
    shipment_id text NOT NULL,
    body jsonb NOT NULL,
    pointers jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL
);

CREATE TABLE disposition.object (
    shipment_id uuid NOT NULL,
    id text NOT NULL,
    type text NOT NULL,
    body jsonb NOT NULL
);

CREATE TABLE disposition.outcome (
    shipment_id uuid NOT NULL,
    object_id text NOT NULL,
    outcome text NOT NULL,
    disposition jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE documents.body (
    digest text NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY documents.body ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE documents.document (
    id uuid NOT NULL,
    kind text NOT NULL,
    name jsonb NOT NULL,
    flow text NOT NULL,
    channel text,
    shipment_id uuid,
    shipment_version integer,
    client_number text,
    about_id uuid,
    note jsonb,
    media_type text NOT NULL,
    charset text,
    file_name text NOT NULL,
    size_bytes integer NOT NULL,
    digest text NOT NULL,
    simulated boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    delivery jsonb
);

CREATE TABLE enterprise.api_key (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    secret_digest text NOT NULL,
    roles text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);

CREATE TABLE enterprise.authorisation (
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    broker_id uuid NOT NULL,
    scope text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone
);

CREATE TABLE enterprise.organisation (
    id uuid NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    uscc text,
    customs_registration text,
    authority text,
    channel_id text,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE enterprise.person (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    roles text[] NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE enterprise.session (
    token_digest text NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE exchange.attempt (
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL,
    duration_ms integer NOT NULL
);

CREATE TABLE exchange.breaker (
    channel text NOT NULL,
    state text NOT NULL,
    failures integer NOT NULL,
    trips integer NOT NULL,
    probe_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE exchange.delivery (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    channel text NOT NULL,
    document_id uuid NOT NULL,
    document_kind text NOT NULL,
    shipment_id uuid,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    attempts_before_replay integer DEFAULT 0 NOT NULL,
    unwritten_event bigint
)
WITH (fillfactor='80');

ALTER TABLE exchange.delivery ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME exchange.delivery_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange.inbound (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    channel text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    digest text NOT NULL,
    size_bytes integer NOT NULL,
    headers jsonb NOT NULL,
    state text NOT NULL,
    format text,
    partner_message_id text,
    reason jsonb,
    simulated boolean NOT NULL
);

ALTER TABLE exchange.inbound ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME exchange.inbound_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange.interpreted (
    channel text NOT NULL,
    partner_message_id text NOT NULL,
    digest text NOT NULL,
    inbound_id uuid NOT NULL
);

CREATE TABLE exchange.pause (
    channel text NOT NULL,
    paused_at timestamp with time zone NOT NULL,
    paused_by text NOT NULL,
    drain_to bigint DEFAULT 0 NOT NULL
);

CREATE TABLE exchange.pointer (
    channel text NOT NULL,
    value text NOT NULL,
    shipment_id uuid NOT NULL,
    document_id uuid NOT NULL
);

CREATE TABLE exchange.waiting (
    channel text NOT NULL,
    value text NOT NULL,
    inbound_id uuid NOT NULL
);

CREATE SEQUENCE inspection.number_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE inspection.part (
    task_id uuid NOT NULL,
    authority text NOT NULL,
    requirement text,
    instruction_ids text[] NOT NULL,
    instruction_numbers text[] NOT NULL,
    result jsonb
);

CREATE TABLE inspection.task (
    id uuid NOT NULL,
    number text NOT NULL,
    shipment_id uuid NOT NULL,
    object_ids text[] NOT NULL,
    state text NOT NULL,
    simulated boolean NOT NULL,
    site_id text NOT NULL,
    bay text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    slot_reason jsonb NOT NULL,
    history jsonb DEFAULT '[]'::jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE reference.code_list (
    id text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE reference.edition (
    id bigint NOT NULL,
    list text NOT NULL,
    edition text NOT NULL,
    source text NOT NULL,
    official boolean NOT NULL,
    complete boolean NOT NULL,
    valid_from date NOT NULL,
    digest text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE reference.edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reference.edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reference.entry (
    list text NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    edition_id bigint NOT NULL,
    content jsonb NOT NULL,
    initials text NOT NULL,
    CONSTRAINT entry_check CHECK ((valid_to >= valid_from))
);

CREATE SEQUENCE release.number_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE release.release (
    id uuid NOT NULL,
    number text NOT NULL,
    shipment_id uuid NOT NULL,
    object_id text NOT NULL,
    object_label jsonb NOT NULL,
    object_version integer NOT NULL,
    grant_number integer NOT NULL,
    state text NOT NULL,
    conditional boolean NOT NULL,
    automatic boolean NOT NULL,
    pickup_party text NOT NULL,
    station_id text NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_because jsonb,
    gated_out_at timestamp with time zone,
    token text NOT NULL,
    simulated boolean NOT NULL
);

CREATE TABLE release.unit (
    shipment_id uuid NOT NULL,
    object_id text NOT NULL,
    object_version integer NOT NULL
);

CREATE TABLE runtime.consumer (
    name text NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL
);

CREATE TABLE runtime.event (
    "position" bigint NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    subject text NOT NULL,
    payload jsonb NOT NULL,
    actor jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL
);

ALTER TABLE runtime.event ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME runtime.event_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE runtime.failed_reaction (
    "position" bigint NOT NULL,
    reaction text NOT NULL,
    attempts integer NOT NULL,
    last_error text NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    given_up boolean DEFAULT false NOT NULL,
    subject text DEFAULT ''::text NOT NULL
);

CREATE TABLE runtime.idempotency (
    actor text NOT NULL,
    key text NOT NULL,
    request_digest text NOT NULL,
    status integer,
    headers jsonb,
    body jsonb,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE runtime.migration (
    module text NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE shipment.answer (
    id uuid NOT NULL,
    shipment_id uuid NOT NULL,
    answer jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE shipment.number (
    value text NOT NULL,
    shipment_id uuid NOT NULL
);

CREATE SEQUENCE shipment.number_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE shipment.shipment (
    id uuid NOT NULL,
    number text NOT NULL,
    owner_id uuid NOT NULL,
    owner_name text NOT NULL,
    filer_id uuid NOT NULL,
    filer_name text NOT NULL,
    direction text NOT NULL,
    transport_mode text NOT NULL,
    state text NOT NULL,
    progress text NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    draft jsonb,
    summary jsonb NOT NULL,
    simulated boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL
);

CREATE TABLE shipment.template (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    form jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE shipment.version (
    shipment_id uuid NOT NULL,
    version integer NOT NULL,
    form jsonb NOT NULL,
    reason text,
    submitted_at timestamp with time zone NOT NULL,
    submitted_by text NOT NULL,
    digest text NOT NULL
);

CREATE TABLE subscriptions.message (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    "position" bigint NOT NULL,
    event_type text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    last_detail text,
    CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'delivered'::text, 'failed'::text, 'withheld'::text])))
)
WITH (fillfactor='80');

ALTER TABLE subscriptions.message ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME subscriptions.message_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE subscriptions.subscription (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    event_types text[] NOT NULL,
    state text NOT NULL,
    sealed_secret text NOT NULL,
    sealed_previous_secret text,
    previous_until timestamp with time zone,
    failing_since timestamp with time zone,
    last_success_at timestamp with time zone,
    disabled_because jsonb,
    created_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT subscription_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text])))
);

INSERT INTO disposition."case" VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 1, false),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 1, false),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 1, false);

INSERT INTO disposition.object VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 'conveyance:X8084/20261120', 'conveyance', '{"id": "conveyance:X8084/20261120", "key": "X8084/20261120", "type": "conveyance", "facts": {"since": "2026-11-21T05:44:30.418Z", "version": "1", "direction": "import", "transportMode": "3"}, "label": {"en": "Train 中欧班列 20261120", "zh": "列车 中欧班列 20261120"}, "within": []}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'bill:RWKEPTRAIL', 'bill', '{"id": "bill:RWKEPTRAIL", "key": "RWKEPTRAIL", "type": "bill", "facts": {"since": "2026-11-21T05:44:30.418Z", "version": "1", "direction": "import", "transportMode": "3"}, "label": {"en": "Bill RWKEPT-RAIL", "zh": "提运单 RWKEPT-RAIL"}, "within": ["conveyance:X8084/20261120"]}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'declaration:PT2611210000001', 'declaration', '{"id": "declaration:PT2611210000001", "key": "PT2611210000001", "type": "declaration", "facts": {"since": "2026-11-21T05:44:30.418Z", "version": "1", "licensed": "false", "direction": "import", "transportMode": "3"}, "label": {"en": "Declaration PT2611210000001", "zh": "报关单 PT2611210000001"}, "within": []}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000014', 'container', '{"id": "container:CQPU1000014", "key": "CQPU1000014", "type": "container", "facts": {"since": "2026-11-21T05:44:30.418Z", "version": "1", "direction": "import", "transportMode": "3"}, "label": {"en": "Container CQPU1000014", "zh": "集装箱 CQPU1000014"}, "within": ["bill:RWKEPTRAIL"]}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000020', 'container', '{"id": "container:CQPU1000020", "key": "CQPU1000020", "type": "container", "facts": {"since": "2026-11-21T05:44:30.418Z", "version": "1", "direction": "import", "transportMode": "3"}, "label": {"en": "Container CQPU1000020", "zh": "集装箱 CQPU1000020"}, "within": ["bill:RWKEPTRAIL"]}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'goods-line:PT2611210000001/1', 'goods-line', '{"id": "goods-line:PT2611210000001/1", "key": "PT2611210000001/1", "type": "goods-line", "facts": {"since": "2026-11-21T05:44:30.418Z", "hsCode": "8473309000", "version": "1", "dangerous": "false", "direction": "import", "transportMode": "3"}, "label": {"en": "Line 1 笔记本电脑零件", "zh": "第 1 项 笔记本电脑零件"}, "within": ["declaration:PT2611210000001", "container:CQPU1000014"]}'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'goods-line:PT2611210000001/2', 'goods-line', '{"id": "goods-line:PT2611210000001/2", "key": "PT2611210000001/2", "type": "goods-line", "facts": {"since": "2026-11-21T05:44:30.418Z", "hsCode": "8473309000", "version": "1", "dangerous": "false", "direction": "import", "transportMode": "3"}, "label": {"en": "Line 2 液晶显示模组零件", "zh": "第 2 项 液晶显示模组零件"}, "within": ["declaration:PT2611210000001", "container:CQPU1000020"]}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'conveyance:CA442/20261120', 'conveyance', '{"id": "conveyance:CA442/20261120", "key": "CA442/20261120", "type": "conveyance", "facts": {"since": "2026-11-21T05:44:30.885Z", "version": "1", "direction": "import", "transportMode": "5"}, "label": {"en": "Flight CA442 20261120", "zh": "航班 CA442 20261120"}, "within": []}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'bill:11212345675', 'bill', '{"id": "bill:11212345675", "key": "11212345675", "type": "bill", "facts": {"since": "2026-11-21T05:44:30.885Z", "version": "1", "direction": "import", "transportMode": "5"}, "label": {"en": "Bill 112-12345675", "zh": "提运单 112-12345675"}, "within": ["conveyance:CA442/20261120"]}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'declaration:PT2611210000002', 'declaration', '{"id": "declaration:PT2611210000002", "key": "PT2611210000002", "type": "declaration", "facts": {"since": "2026-11-21T05:44:30.885Z", "version": "1", "licensed": "false", "direction": "import", "transportMode": "5"}, "label": {"en": "Declaration PT2611210000002", "zh": "报关单 PT2611210000002"}, "within": []}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'package:PT2611210000002LOT', 'package', '{"id": "package:PT2611210000002LOT", "key": "PT2611210000002LOT", "type": "package", "facts": {"since": "2026-11-21T05:44:30.885Z", "version": "1", "direction": "import", "transportMode": "5"}, "label": {"en": "The lot, 80 packages", "zh": "整批货物 80 件"}, "within": ["bill:11212345675"]}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'goods-line:PT2611210000002/1', 'goods-line', '{"id": "goods-line:PT2611210000002/1", "key": "PT2611210000002/1", "type": "goods-line", "facts": {"since": "2026-11-21T05:44:30.885Z", "hsCode": "8473309000", "version": "1", "dangerous": "false", "direction": "import", "transportMode": "5"}, "label": {"en": "Line 1 笔记本电脑零件", "zh": "第 1 项 笔记本电脑零件"}, "within": ["declaration:PT2611210000002", "package:PT2611210000002LOT"]}'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'goods-line:PT2611210000002/2', 'goods-line', '{"id": "goods-line:PT2611210000002/2", "key": "PT2611210000002/2", "type": "goods-line", "facts": {"since": "2026-11-21T05:44:30.885Z", "hsCode": "8473309000", "version": "1", "dangerous": "false", "direction": "import", "transportMode": "5"}, "label": {"en": "Line 2 液晶显示模组零件", "zh": "第 2 项 液晶显示模组零件"}, "within": ["declaration:PT2611210000002", "package:PT2611210000002LOT"]}'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'conveyance:9469560/2647E', 'conveyance', '{"id": "conveyance:9469560/2647E", "key": "9469560/2647E", "type": "conveyance", "facts": {"since": "2026-11-21T05:44:31.258Z", "version": "1", "direction": "export", "transportMode": "2"}, "label": {"en": "Vessel MIN SHENG 1 2647E", "zh": "船舶 MIN SHENG 1 2647E"}, "within": []}'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'bill:YZ26110001', 'bill', '{"id": "bill:YZ26110001", "key": "YZ26110001", "type": "bill", "facts": {"since": "2026-11-21T05:44:31.258Z", "version": "1", "direction": "export", "transportMode": "2"}, "label": {"en": "Bill YZ26110001", "zh": "提运单 YZ26110001"}, "within": ["conveyance:9469560/2647E"]}'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'declaration:PT2611210000003', 'declaration', '{"id": "declaration:PT2611210000003", "key": "PT2611210000003", "type": "declaration", "facts": {"since": "2026-11-21T05:44:31.258Z", "version": "1", "licensed": "false", "direction": "export", "transportMode": "2"}, "label": {"en": "Declaration PT2611210000003", "zh": "报关单 PT2611210000003"}, "within": []}'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'container:YXEU4000010', 'container', '{"id": "container:YXEU4000010", "key": "YXEU4000010", "type": "container", "facts": {"since": "2026-11-21T05:44:31.258Z", "version": "1", "direction": "export", "transportMode": "2"}, "label": {"en": "Container YXEU4000010", "zh": "集装箱 YXEU4000010"}, "within": ["bill:YZ26110001"]}'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'goods-line:PT2611210000003/1', 'goods-line', '{"id": "goods-line:PT2611210000003/1", "key": "PT2611210000003/1", "type": "goods-line", "facts": {"since": "2026-11-21T05:44:31.258Z", "hsCode": "8473309000", "version": "1", "dangerous": "false", "direction": "export", "transportMode": "2"}, "label": {"en": "Line 1 笔记本电脑零件", "zh": "第 1 项 笔记本电脑零件"}, "within": ["declaration:PT2611210000003", "container:YXEU4000010"]}');

INSERT INTO disposition.outcome VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 'conveyance:X8084/20261120', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}], "outcome": "awaiting", "objectId": "conveyance:X8084/20261120", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Train 中欧班列 20261120: Awaiting an authority: Border inspection", "zh": "列车 中欧班列 20261120：等待部门意见：边检"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'bill:RWKEPTRAIL', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:X8084/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}], "outcome": "awaiting", "objectId": "bill:RWKEPTRAIL", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Bill RWKEPT-RAIL: Awaiting an authority: Border inspection", "zh": "提运单 RWKEPT-RAIL：等待部门意见：边检"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'declaration:PT2611210000001', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.418Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000001", "zh": "海关尚未对报关单 PT2611210000001作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "declaration:PT2611210000001", "explanation": {"rule": "customs-speaks-for-declarations", "text": {"en": "Declaration PT2611210000001: Awaiting an authority: Customs", "zh": "报关单 PT2611210000001：等待部门意见：海关"}, "clause": "B16 三(一)3(1)", "counts": [], "waitsFor": ["customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000014', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:X8084/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000001", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.418Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000001", "zh": "海关尚未对报关单 PT2611210000001作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "container:CQPU1000014", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Container CQPU1000014: Awaiting an authority: Border inspection, Customs", "zh": "集装箱 CQPU1000014：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000020', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:X8084/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000001", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.418Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000001", "zh": "海关尚未对报关单 PT2611210000001作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "container:CQPU1000020", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Container CQPU1000020: Awaiting an authority: Border inspection, Customs", "zh": "集装箱 CQPU1000020：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'goods-line:PT2611210000001/1', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:X8084/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000001", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.418Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000001", "zh": "海关尚未对报关单 PT2611210000001作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "goods-line:PT2611210000001/1", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Line 1 笔记本电脑零件: Awaiting an authority: Border inspection, Customs", "zh": "第 1 项 笔记本电脑零件：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'goods-line:PT2611210000001/2', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:X8084/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.418Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Border inspection has not yet spoken for Train 中欧班列 20261120", "zh": "边检尚未对列车 中欧班列 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000001", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.418Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.418Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000001", "zh": "海关尚未对报关单 PT2611210000001作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "goods-line:PT2611210000001/2", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Line 2 液晶显示模组零件: Awaiting an authority: Border inspection, Customs", "zh": "第 2 项 液晶显示模组零件：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.443+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'conveyance:CA442/20261120', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.885Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Border inspection has not yet spoken for Flight CA442 20261120", "zh": "边检尚未对航班 CA442 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}], "outcome": "awaiting", "objectId": "conveyance:CA442/20261120", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Flight CA442 20261120: Awaiting an authority: Border inspection", "zh": "航班 CA442 20261120：等待部门意见：边检"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'bill:11212345675', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:CA442/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.885Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Border inspection has not yet spoken for Flight CA442 20261120", "zh": "边检尚未对航班 CA442 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}], "outcome": "awaiting", "objectId": "bill:11212345675", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Bill 112-12345675: Awaiting an authority: Border inspection", "zh": "提运单 112-12345675：等待部门意见：边检"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'declaration:PT2611210000002', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.885Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000002", "zh": "海关尚未对报关单 PT2611210000002作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "declaration:PT2611210000002", "explanation": {"rule": "customs-speaks-for-declarations", "text": {"en": "Declaration PT2611210000002: Awaiting an authority: Customs", "zh": "报关单 PT2611210000002：等待部门意见：海关"}, "clause": "B16 三(一)3(1)", "counts": [], "waitsFor": ["customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'package:PT2611210000002LOT', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:CA442/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.885Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Border inspection has not yet spoken for Flight CA442 20261120", "zh": "边检尚未对航班 CA442 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000002", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.885Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000002", "zh": "海关尚未对报关单 PT2611210000002作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "package:PT2611210000002LOT", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "The lot, 80 packages: Awaiting an authority: Border inspection, Customs", "zh": "整批货物 80 件：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'goods-line:PT2611210000002/1', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:CA442/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.885Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Border inspection has not yet spoken for Flight CA442 20261120", "zh": "边检尚未对航班 CA442 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000002", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.885Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000002", "zh": "海关尚未对报关单 PT2611210000002作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "goods-line:PT2611210000002/1", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Line 1 笔记本电脑零件: Awaiting an authority: Border inspection, Customs", "zh": "第 1 项 笔记本电脑零件：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'goods-line:PT2611210000002/2', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:CA442/20261120", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:30.885Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Border inspection has not yet spoken for Flight CA442 20261120", "zh": "边检尚未对航班 CA442 20261120作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000002", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:30.885Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:30.885Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000002", "zh": "海关尚未对报关单 PT2611210000002作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "goods-line:PT2611210000002/2", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Line 2 液晶显示模组零件: Awaiting an authority: Border inspection, Customs", "zh": "第 2 项 液晶显示模组零件：等待部门意见：边检、海关"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:30.892+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'conveyance:9469560/2647E', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Border inspection has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "边检尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"kind": "not-yet-spoken", "clock": {"name": {"en": "Maritime safety", "zh": "海事"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Maritime safety has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "海事尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "maritime", "legalBasis": "B16 三(一)3(1); 三(二) 海事"}], "outcome": "awaiting", "objectId": "conveyance:9469560/2647E", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Vessel MIN SHENG 1 2647E: Awaiting an authority: Border inspection, Maritime safety", "zh": "船舶 MIN SHENG 1 2647E：等待部门意见：边检、海事"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "maritime"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:31.254+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'bill:YZ26110001', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Border inspection has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "边检尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Maritime safety", "zh": "海事"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Maritime safety has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "海事尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "maritime", "legalBasis": "B16 三(一)3(1); 三(二) 海事"}], "outcome": "awaiting", "objectId": "bill:YZ26110001", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Bill YZ26110001: Awaiting an authority: Border inspection, Maritime safety", "zh": "提运单 YZ26110001：等待部门意见：边检、海事"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "maritime"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:31.254+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'declaration:PT2611210000003', 'awaiting', '{"joint": false, "holders": [{"kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:31.258Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000003", "zh": "海关尚未对报关单 PT2611210000003作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}], "outcome": "awaiting", "objectId": "declaration:PT2611210000003", "explanation": {"rule": "customs-speaks-for-declarations", "text": {"en": "Declaration PT2611210000003: Awaiting an authority: Customs", "zh": "报关单 PT2611210000003：等待部门意见：海关"}, "clause": "B16 三(一)3(1)", "counts": [], "waitsFor": ["customs"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:31.254+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'container:YXEU4000010', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Border inspection has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "边检尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000003", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:31.258Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000003", "zh": "海关尚未对报关单 PT2611210000003作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}, {"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Maritime safety", "zh": "海事"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Maritime safety has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "海事尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "maritime", "legalBasis": "B16 三(一)3(1); 三(二) 海事"}], "outcome": "awaiting", "objectId": "container:YXEU4000010", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Container YXEU4000010: Awaiting an authority: Border inspection, Customs, Maritime safety", "zh": "集装箱 YXEU4000010：等待部门意见：边检、海关、海事"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs", "maritime"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:31.254+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'goods-line:PT2611210000003/1', 'awaiting', '{"joint": false, "holders": [{"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Border inspection", "zh": "边检"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Border inspection has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "边检尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "border-inspection", "legalBasis": "B16 三(一)3(1); 三(二) 边检"}, {"via": "declaration:PT2611210000003", "kind": "not-yet-spoken", "clock": {"name": {"en": "Customs", "zh": "海关"}, "dueAt": "2026-11-22T05:44:31.258Z", "party": "authority"}, "frees": {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Customs has not yet spoken for Declaration PT2611210000003", "zh": "海关尚未对报关单 PT2611210000003作出处置"}, "authority": "customs", "legalBasis": "B16 三(一)3(1)"}, {"via": "conveyance:9469560/2647E", "kind": "not-yet-spoken", "clock": {"name": {"en": "Maritime safety", "zh": "海事"}, "dueAt": "2026-11-21T09:44:31.258Z", "party": "authority"}, "frees": {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}, "since": "2026-11-21T05:44:31.258Z", "reason": {"en": "Maritime safety has not yet spoken for Vessel MIN SHENG 1 2647E", "zh": "海事尚未对船舶 MIN SHENG 1 2647E作出处置"}, "authority": "maritime", "legalBasis": "B16 三(一)3(1); 三(二) 海事"}], "outcome": "awaiting", "objectId": "goods-line:PT2611210000003/1", "explanation": {"rule": "border-inspection-speaks-for-conveyances", "text": {"en": "Line 1 笔记本电脑零件: Awaiting an authority: Border inspection, Customs, Maritime safety", "zh": "第 1 项 笔记本电脑零件：等待部门意见：边检、海关、海事"}, "clause": "B16 三(一)3(1); 三(二) 边检", "counts": [], "waitsFor": ["border-inspection", "customs", "maritime"], "superseded": [], "ruleVersion": "2026-11", "wouldChange": [{"en": "Border inspection releases it or says otherwise", "zh": "边检作出放行或处置"}, {"en": "Customs releases it or says otherwise", "zh": "海关作出放行或处置"}, {"en": "Maritime safety releases it or says otherwise", "zh": "海事作出放行或处置"}]}, "inspectedBy": []}', '2026-11-21 05:44:31.254+00');

INSERT INTO documents.body VALUES
	('558a5627ff33bdef243cb95f9d567deb69275d4652705bd2dfaa2da34560f941', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4465634d6573736167652076657273696f6e3d22332e312220786d6c6e733d22687474703a2f2f7777772e6368696e61706f72742e676f762e636e2f646563223e0a20203c446563486561643e0a202020203c5365714e6f2f3e0a202020203c4945466c61673e493c2f4945466c61673e0a202020203c547970653e5a3c2f547970653e0a202020203c4167656e74436f64653e353030333136304130313c2f4167656e74436f64653e0a202020203c4167656e744e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4167656e744e616d653e0a202020203c417070724e6f2f3e0a202020203c42696c6c4e6f3e52574b4550542d5241494c3c2f42696c6c4e6f3e0a202020203c436f6e74724e6f2f3e0a202020203c437573746f6d4d61737465723e383031363c2f437573746f6d4d61737465723e0a202020203c4375744d6f64653e3130313c2f4375744d6f64653e0a202020203c44697374696e617465506f72743e4445553030303c2f44697374696e617465506f72743e0a202020203c466565437572722f3e0a202020203c4665654d61726b2f3e0a202020203c466565526174652f3e0a202020203c47726f73735765743e323130303c2f47726f73735765743e0a202020203c4945446174652f3e0a202020203c4945506f72743e383031363c2f4945506f72743e0a202020203c496e737572437572722f3e0a202020203c496e7375724d61726b2f3e0a202020203c496e737572526174652f3e0a202020203c4c6963656e73654e6f2f3e0a202020203c4d616e75616c4e6f2f3e0a202020203c4e657457743e323030303c2f4e657457743e0a202020203c4e6f7465532f3e0a202020203c4f74686572437572722f3e0a202020203c4f746865724d61726b2f3e0a202020203c4f74686572526174652f3e0a202020203c4f776e6572436f64653e353030333136304130313c2f4f776e6572436f64653e0a202020203c4f776e65724e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4f776e65724e616d653e0a202020203c5061636b4e6f3e38303c2f5061636b4e6f3e0a202020203c5472616465436f64653e353030333136304130313c2f5472616465436f64653e0a202020203c5472616465436f756e7472793e4445553c2f5472616465436f756e7472793e0a202020203c54726164654d6f64653e303131303c2f54726164654d6f64653e0a202020203c54726164654e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f54726164654e616d653e0a202020203c547261664d6f64653e333c2f547261664d6f64653e0a202020203c547261664e616d653ee4b8ade6aca7e78fade588973c2f547261664e616d653e0a202020203c5472616e734d6f64653e313c2f5472616e734d6f64653e0a202020203c57726170547970653e32323c2f57726170547970653e0a202020203c456e74727949642f3e0a202020203c507265456e74727949642f3e0a202020203c45646949643e313c2f45646949643e0a202020203c5269736b2f3e0a202020203c436f704e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f436f704e616d653e0a202020203c436f70436f64653e353030333136304130313c2f436f70436f64653e0a202020203c456e747279547970653e4d3c2f456e747279547970653e0a202020203c50446174652f3e0a202020203c5479706973744e6f3e383930303030303030303030313c2f5479706973744e6f3e0a202020203c496e70757465724e616d653ee99988e6bc94e7a4ba3c2f496e70757465724e616d653e0a202020203c50617274656e657249442f3e0a202020203c5467644e6f2f3e0a202020203c44617461536f757263652f3e0a202020203c4465636c54726e52656c3e303c2f4465636c54726e52656c3e0a202020203c43686b5375726574792f3e0a202020203c42696c6c547970652f3e0a202020203c436f70436f64655363633e39313530303130334d4135555452413031373c2f436f70436f64655363633e0a202020203c4f776e6572436f64655363633e39313530303130334d4135555452413031373c2f4f776e6572436f64655363633e0a202020203c4167656e74436f64655363633e39313530303130334d4135555452413031373c2f4167656e74436f64655363633e0a202020203c5472616465436f5363633e39313530303130334d4135555452413031373c2f5472616465436f5363633e0a202020203c50726f6d69736549746d65733e30303030303c2f50726f6d69736549746d65733e0a202020203c547261646541726561436f64653e4445553c2f547261646541726561436f64653e0a202020203c436865636b466c6f772f3e0a202020203c54617841616d696e4d61726b2f3e0a202020203c4d61726b4e6f3e4e2f4d3c2f4d61726b4e6f3e0a202020203c44657370506f7274436f64653e4445553035343c2f44657370506f7274436f64653e0a202020203c456e7479506f7274436f64653e3530303230313c2f456e7479506f7274436f64653e0a202020203c476f6f6473506c6163653ee59ba2e7bb93e69d91e99381e8b7afe58fa3e5b2b83c2f476f6f6473506c6163653e0a202020203c424c4e6f2f3e0a202020203c496e73704f7267436f64652f3e0a202020203c537065634465636c466c61672f3e0a202020203c507572704f7267436f64652f3e0a202020203c44657370446174652f3e0a202020203c436d706c44736368726744742f3e0a202020203c436f7272656c6174696f6e526561736f6e466c61672f3e0a202020203c5673614f7267436f64652f3e0a202020203c4f726967426f78466c61672f3e0a202020203c4465636c6172654e616d653ee99988e6bc94e7a4ba3c2f4465636c6172654e616d653e0a202020203c4e6f4f746865725061636b2f3e0a202020203c4f7267436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72456e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72416464722f3e0a202020203c4f76657273656173436f6e7369676e6565436f64652f3e0a202020203c4f76657273656173436f6e7369676e6565456e616d652f3e0a202020203c446f6d6573746963436f6e7369676e6565456e616d652f3e0a202020203c436f7272656c6174696f6e4e6f2f3e0a202020203c45646952656d61726b3e4b4550542d5241494c3c2f45646952656d61726b3e0a202020203c45646952656d61726b322f3e0a202020203c5472616465436971436f64652f3e0a202020203c4f776e6572436971436f64652f3e0a202020203c4465636c436971436f64652f3e0a20203c2f446563486561643e0a20203c4465634c697374733e0a202020203c4465634c6973743e0a2020202020203c436c6173734d61726b2f3e0a2020202020203c436f646554533e383437333330393030303c2f436f646554533e0a2020202020203c436f6e74724974656d2f3e0a2020202020203c4465636c50726963653e31322e353c2f4465636c50726963653e0a2020202020203c447574794d6f64653e313c2f447574794d6f64653e0a2020202020203c466163746f722f3e0a2020202020203c474d6f64656c3e307c307ce5a496e5a3b37ce697a0e59381e7898c3c2f474d6f64656c3e0a2020202020203c474e616d653ee7ac94e8aeb0e69cace794b5e88491e99bb6e4bbb63c2f474e616d653e0a2020202020203c474e6f3e313c2f474e6f3e0a2020202020203c4f726967696e436f756e7472793e4445553c2f4f726967696e436f756e7472793e0a2020202020203c5472616465437572723e5553443c2f5472616465437572723e0a2020202020203c4465636c546f74616c3e31323530303c2f4465636c546f74616c3e0a2020202020203c475174793e313030303c2f475174793e0a2020202020203c46697273745174793e313030303c2f46697273745174793e0a2020202020203c5365636f6e645174792f3e0a2020202020203c47556e69743e3033353c2f47556e69743e0a2020202020203c4669727374556e69743e3033353c2f4669727374556e69743e0a2020202020203c5365636f6e64556e69742f3e0a2020202020203c557365546f2f3e0a2020202020203c576f726b5573642f3e0a2020202020203c4578674e6f2f3e0a2020202020203c45786756657273696f6e2f3e0a2020202020203c44657374696e6174696f6e436f756e7472793e43484e3c2f44657374696e6174696f6e436f756e7472793e0a2020202020203c436971436f64652f3e0a2020202020203c4465636c476f6f6473456e616d652f3e0a2020202020203c4f726967506c616365436f64652f3e0a2020202020203c507572706f73652f3e0a2020202020203c50726f6456616c696444742f3e0a2020202020203c50726f645167702f3e0a2020202020203c476f6f6473417474722f3e0a2020202020203c53747566662f3e0a2020202020203c556e636f64652f3e0a2020202020203c44616e674e616d652f3e0a2020202020203c44616e675061636b547970652f3e0a2020202020203c44616e675061636b537065632f3e0a2020202020203c456e674d616e456e74436e6d2f3e0a2020202020203c4e6f44616e67466c61672f3e0a2020202020203c44657374436f64652f3e0a2020202020203c476f6f6473537065632f3e0a2020202020203c476f6f64734d6f64656c2f3e0a2020202020203c476f6f64734272616e642f3e0a2020202020203c50726f64756365446174652f3e0a2020202020203c50726f6442617463684e6f2f3e0a2020202020203c4469737472696374436f64653e35303033393c2f4469737472696374436f64653e0a2020202020203c4369714e616d652f3e0a2020202020203c446563476f6f64734c696d6974732f3e0a2020202020203c4d6e75666374725265674e6f2f3e0a2020202020203c4d6e75666374725265674e616d652f3e0a2020202020203c526365704f726967506c616365436f64652f3e0a2020202020203c436f6e74726f6c4578706c61696e436f64652f3e0a202020203c2f4465634c6973743e0a202020203c4465634c6973743e0a2020202020203c436c6173734d61726b2f3e0a2020202020203c436f646554533e383437333330393030303c2f436f646554533e0a2020202020203c436f6e74724974656d2f3e0a2020202020203c4465636c50726963653e31322e353c2f4465636c50726963653e0a2020202020203c447574794d6f64653e313c2f447574794d6f64653e0a2020202020203c466163746f722f3e0a2020202020203c474d6f64656c3e307c307ce5a496e5a3b37ce697a0e59381e7898c3c2f474d6f64656c3e0a2020202020203c474e616d653ee6b6b2e699b6e698bee7a4bae6a8a1e7bb84e99bb6e4bbb63c2f474e616d653e0a2020202020203c474e6f3e323c2f474e6f3e0a2020202020203c4f726967696e436f756e7472793e4445553c2f4f726967696e436f756e7472793e0a2020202020203c5472616465437572723e5553443c2f5472616465437572723e0a2020202020203c4465636c546f74616c3e31323530303c2f4465636c546f74616c3e0a2020202020203c475174793e313030303c2f475174793e0a2020202020203c46697273745174793e313030303c2f46697273745174793e0a2020202020203c5365636f6e645174792f3e0a2020202020203c47556e69743e3033353c2f47556e69743e0a2020202020203c4669727374556e69743e3033353c2f4669727374556e69743e0a2020202020203c5365636f6e64556e69742f3e0a2020202020203c557365546f2f3e0a2020202020203c576f726b5573642f3e0a2020202020203c4578674e6f2f3e0a2020202020203c45786756657273696f6e2f3e0a2020202020203c44657374696e6174696f6e436f756e7472793e43484e3c2f44657374696e6174696f6e436f756e7472793e0a2020202020203c436971436f64652f3e0a2020202020203c4465636c476f6f6473456e616d652f3e0a2020202020203c4f726967506c616365436f64652f3e0a2020202020203c507572706f73652f3e0a2020202020203c50726f6456616c696444742f3e0a2020202020203c50726f645167702f3e0a2020202020203c476f6f6473417474722f3e0a2020202020203c53747566662f3e0a2020202020203c556e636f64652f3e0a2020202020203c44616e674e616d652f3e0a2020202020203c44616e675061636b547970652f3e0a2020202020203c44616e675061636b537065632f3e0a2020202020203c456e674d616e456e74436e6d2f3e0a2020202020203c4e6f44616e67466c61672f3e0a2020202020203c44657374436f64652f3e0a2020202020203c476f6f6473537065632f3e0a2020202020203c476f6f64734d6f64656c2f3e0a2020202020203c476f6f64734272616e642f3e0a2020202020203c50726f64756365446174652f3e0a2020202020203c50726f6442617463684e6f2f3e0a2020202020203c4469737472696374436f64653e35303033393c2f4469737472696374436f64653e0a2020202020203c4369714e616d652f3e0a2020202020203c446563476f6f64734c696d6974732f3e0a2020202020203c4d6e75666374725265674e6f2f3e0a2020202020203c4d6e75666374725265674e616d652f3e0a2020202020203c526365704f726967506c616365436f64652f3e0a2020202020203c436f6e74726f6c4578706c61696e436f64652f3e0a202020203c2f4465634c6973743e0a20203c2f4465634c697374733e0a20203c4465634c6963656e7365446f6375732f3e0a20203c446563436f6e7461696e6572733e0a202020203c436f6e7461696e65723e0a2020202020203c436f6e7461696e657249643e43515055313030303031343c2f436f6e7461696e657249643e0a2020202020203c436f6e7461696e65724d643e31313c2f436f6e7461696e65724d643e0a2020202020203c476f6f64734e6f3e313c2f476f6f64734e6f3e0a2020202020203c4c636c466c61672f3e0a2020202020203c476f6f6473436f6e746157743e313035303c2f476f6f6473436f6e746157743e0a2020202020203c436f6e7461696e657257742f3e0a202020203c2f436f6e7461696e65723e0a202020203c436f6e7461696e65723e0a2020202020203c436f6e7461696e657249643e43515055313030303032303c2f436f6e7461696e657249643e0a2020202020203c436f6e7461696e65724d643e31313c2f436f6e7461696e65724d643e0a2020202020203c476f6f64734e6f3e323c2f476f6f64734e6f3e0a2020202020203c4c636c466c61672f3e0a2020202020203c476f6f6473436f6e746157743e313035303c2f476f6f6473436f6e746157743e0a2020202020203c436f6e7461696e657257742f3e0a202020203c2f436f6e7461696e65723e0a20203c2f446563436f6e7461696e6572733e0a20203c4465635369676e3e0a202020203c4f706572547970652f3e0a202020203c4943436f64652f3e0a202020203c436f70436f64652f3e0a202020203c4f7065724e616d652f3e0a202020203c436c69656e745365714e6f3e4932363131323130303030303031303030313c2f436c69656e745365714e6f3e0a202020203c5369676e2f3e0a202020203c5369676e446174652f3e0a202020203c43657274696669636174652f3e0a202020203c486f737449642f3e0a202020203c42696c6c5365714e6f2f3e0a202020203c446f6d61696e49642f3e0a202020203c4e6f74652f3e0a20203c2f4465635369676e3e0a20203c446563467265655478743e0a202020203c52656c49642f3e0a202020203c52656c4d616e4e6f2f3e0a202020203c426f6e4e6f2f3e0a202020203c566f794e6f3e32303236313132303c2f566f794e6f3e0a202020203c44656342704e6f2f3e0a202020203c4375734669652f3e0a202020203c4465634e6f2f3e0a20203c2f446563467265655478743e0a20203c4465635265717565737443657274732f3e0a20203c4465634f746865725061636b732f3e0a20203c446563436f704c696d6974732f3e0a20203c44656355736572732f3e0a20203c446563436f7050726f6d697365732f3e0a3c2f4465634d6573736167653e0a'),
	('5a0d539e088896141786b6a6133542b7bbf9a6ca7b8d77a97f198d02b5845f2c', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c436f6e766579616e63655265706f72743e0a20203c436c69656e744e756d6265723e4932363131323130303030303031303030323c2f436c69656e744e756d6265723e0a20203c5265666572656e63653e4b4550542d5241494c3c2f5265666572656e63653e0a20203c536869706d656e744e756d6265723e5054323631313231303030303030313c2f536869706d656e744e756d6265723e0a20203c446972656374696f6e3e493c2f446972656374696f6e3e0a20203c437265775175616e746974793e323c2f437265775175616e746974793e0a20203c457374696d617465644172726976616c3e3230323631313230313230303c2f457374696d617465644172726976616c3e0a20203c4c617374506f72743e4b5a414c413c2f4c617374506f72743e0a20203c5472616e73706f7274436f6e74726163743e52574b4550542d5241494c3c2f5472616e73706f7274436f6e74726163743e0a20203c426f726465725472616e73706f72744d65616e733e0a202020203c4d6f6465436f64653e333c2f4d6f6465436f64653e0a202020203c49443e58383038343c2f49443e0a202020203c4e616d653ee4b8ade6aca7e78fade588973c2f4e616d653e0a202020203c4a6f75726e657949443e32303236313132303c2f4a6f75726e657949443e0a202020203c526567697374726174696f6e4e6174696f6e616c6974793e4b415a3c2f526567697374726174696f6e4e6174696f6e616c6974793e0a20203c2f426f726465725472616e73706f72744d65616e733e0a20203c45717569706d656e743e0a202020203c49443e43515055313030303031343c2f49443e0a202020203c5365616c3e434e3838313c2f5365616c3e0a20203c2f45717569706d656e743e0a20203c45717569706d656e743e0a202020203c49443e43515055313030303032303c2f49443e0a20203c2f45717569706d656e743e0a3c2f436f6e766579616e63655265706f72743e0a'),
	('9c46c4955be80443a9aae980a7d61ad1c6b3ab11e276e4d430e39b229473c5c9', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d616e69666573745265666572656e63653e0a20203c5265666572656e63653e4b4550542d5241494c3c2f5265666572656e63653e0a20203c42696c6c4e756d6265723e52574b4550542d5241494c3c2f42696c6c4e756d6265723e0a20203c436f6e766579616e63653e58383038343c2f436f6e766579616e63653e0a20203c4a6f75726e65793e32303236313132303c2f4a6f75726e65793e0a20203c53746174696f6e436f64653e434b472d5455414e4a494543554e3c2f53746174696f6e436f64653e0a20203c5061636b616765733e38303c2f5061636b616765733e0a20203c47726f73734d6173733e323130303c2f47726f73734d6173733e0a20203c45717569706d656e743e43515055313030303031343c2f45717569706d656e743e0a20203c45717569706d656e743e43515055313030303032303c2f45717569706d656e743e0a3c2f4d616e69666573745265666572656e63653e0a'),
	('74b17f9aa57eaa975a5d66b8dfb7041167d6ef5bc96a82d42d883f9786d992e7', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d4553534147453e0a20203c4d4553534147455f484541443e0a202020203c4d4553534147455f49443e4932363131323130303030303031303030343c2f4d4553534147455f49443e0a202020203c46554e4354494f4e5f434f44453e323c2f46554e4354494f4e5f434f44453e0a202020203c4d4553534147455f545950453e574c4a4b5f504c414e3c2f4d4553534147455f545950453e0a202020203c53454e4445523e504f525449434f3c2f53454e4445523e0a202020203c52454345495645523e383031363c2f52454345495645523e0a202020203c56455253494f4e3e312e303c2f56455253494f4e3e0a20203c2f4d4553534147455f484541443e0a20203c4d4553534147455f4c4953543e0a202020203c5245464552454e43453e4b4550542d5241494c3c2f5245464552454e43453e0a202020203c42494c4c5f4e4f3e52574b4550542d5241494c3c2f42494c4c5f4e4f3e0a202020203c4445434c5f504f52543e383031363c2f4445434c5f504f52543e0a202020203c43415252494147455f4e4f3e58383038343c2f43415252494147455f4e4f3e0a202020203c5049434b55505f50415254593ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f5049434b55505f50415254593e0a202020203c5049434b55505f56454849434c453ee6b89d4131323334353c2f5049434b55505f56454849434c453e0a202020203c5041434b5f4e4f3e38303c2f5041434b5f4e4f3e0a202020203c47524f53535f57543e323130303c2f47524f53535f57543e0a202020203c5241494c5741595f42494c4c494e464f3e0a2020202020203c434f4e54415f4e4f3e43515055313030303031343c2f434f4e54415f4e4f3e0a2020202020203c5345414c49443e434e3838313c2f5345414c49443e0a202020203c2f5241494c5741595f42494c4c494e464f3e0a202020203c5241494c5741595f42494c4c494e464f3e0a2020202020203c434f4e54415f4e4f3e43515055313030303032303c2f434f4e54415f4e4f3e0a202020203c2f5241494c5741595f42494c4c494e464f3e0a20203c2f4d4553534147455f4c4953543e0a3c2f4d4553534147453e0a'),
	('8f1356faebbdd93bacd982d1c48839b9ed7a456bfe665ca0290009541bcea1f4', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c417574686f726974794e6f746963653e0a20203c417574686f726974793e626f726465722d696e7370656374696f6e3c2f417574686f726974793e0a20203c436c69656e744e756d6265723e4932363131323130303030303031303030323c2f436c69656e744e756d6265723e0a20203c4b696e643e726563656970743c2f4b696e643e0a20203c4e756d6265723e424f524445522d494e5350454354494f4e2d5054323631313231303030303030312d313c2f4e756d6265723e0a20203c53657175656e63653e3137393532333938373030313c2f53657175656e63653e0a20203c526561736f6e3ee5b7b2e694b6e588b0e8bf90e8be93e5b7a5e585b7e794b3e68aa53c2f526561736f6e3e0a20203c526561736f6e456e3e436f6e766579616e6365207265706f72742072656365697665643c2f526561736f6e456e3e0a20203c4c6567616c42617369733ee3808ae587bae5a283e585a5e5a283e8beb9e998b2e6a380e69fa5e69da1e4be8be3808b2fe3808ae6b5b7e4b88ae4baa4e9809ae5ae89e585a8e6b395e3808befbc88e6bc94e7a4baefbc893c2f4c6567616c42617369733e0a20203c49737375656441743e32303236313132313133343433303c2f49737375656441743e0a3c2f417574686f726974794e6f746963653e0a'),
	('bb02191da2ba9cc24600735c90af19013d0a48b4044448ad893d0a1294497179', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4465634d6573736167652076657273696f6e3d22332e312220786d6c6e733d22687474703a2f2f7777772e6368696e61706f72742e676f762e636e2f646563223e0a20203c446563486561643e0a202020203c5365714e6f2f3e0a202020203c4945466c61673e493c2f4945466c61673e0a202020203c547970653e5a3c2f547970653e0a202020203c4167656e74436f64653e353030333136304130313c2f4167656e74436f64653e0a202020203c4167656e744e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4167656e744e616d653e0a202020203c417070724e6f2f3e0a202020203c42696c6c4e6f3e3131322d31323334353637353c2f42696c6c4e6f3e0a202020203c436f6e74724e6f2f3e0a202020203c437573746f6d4d61737465723e383030333c2f437573746f6d4d61737465723e0a202020203c4375744d6f64653e3130313c2f4375744d6f64653e0a202020203c44697374696e617465506f72743e4445553030303c2f44697374696e617465506f72743e0a202020203c466565437572722f3e0a202020203c4665654d61726b2f3e0a202020203c466565526174652f3e0a202020203c47726f73735765743e323130303c2f47726f73735765743e0a202020203c4945446174652f3e0a202020203c4945506f72743e383030333c2f4945506f72743e0a202020203c496e737572437572722f3e0a202020203c496e7375724d61726b2f3e0a202020203c496e737572526174652f3e0a202020203c4c6963656e73654e6f2f3e0a202020203c4d616e75616c4e6f2f3e0a202020203c4e657457743e323030303c2f4e657457743e0a202020203c4e6f7465532f3e0a202020203c4f74686572437572722f3e0a202020203c4f746865724d61726b2f3e0a202020203c4f74686572526174652f3e0a202020203c4f776e6572436f64653e353030333136304130313c2f4f776e6572436f64653e0a202020203c4f776e65724e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4f776e65724e616d653e0a202020203c5061636b4e6f3e38303c2f5061636b4e6f3e0a202020203c5472616465436f64653e353030333136304130313c2f5472616465436f64653e0a202020203c5472616465436f756e7472793e4445553c2f5472616465436f756e7472793e0a202020203c54726164654d6f64653e303131303c2f54726164654d6f64653e0a202020203c54726164654e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f54726164654e616d653e0a202020203c547261664d6f64653e353c2f547261664d6f64653e0a202020203c547261664e616d653e43413434323c2f547261664e616d653e0a202020203c5472616e734d6f64653e313c2f5472616e734d6f64653e0a202020203c57726170547970653e32323c2f57726170547970653e0a202020203c456e74727949642f3e0a202020203c507265456e74727949642f3e0a202020203c45646949643e313c2f45646949643e0a202020203c5269736b2f3e0a202020203c436f704e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f436f704e616d653e0a202020203c436f70436f64653e353030333136304130313c2f436f70436f64653e0a202020203c456e747279547970653e4d3c2f456e747279547970653e0a202020203c50446174652f3e0a202020203c5479706973744e6f3e383930303030303030303030313c2f5479706973744e6f3e0a202020203c496e70757465724e616d653ee99988e6bc94e7a4ba3c2f496e70757465724e616d653e0a202020203c50617274656e657249442f3e0a202020203c5467644e6f2f3e0a202020203c44617461536f757263652f3e0a202020203c4465636c54726e52656c3e303c2f4465636c54726e52656c3e0a202020203c43686b5375726574792f3e0a202020203c42696c6c547970652f3e0a202020203c436f70436f64655363633e39313530303130334d4135555452413031373c2f436f70436f64655363633e0a202020203c4f776e6572436f64655363633e39313530303130334d4135555452413031373c2f4f776e6572436f64655363633e0a202020203c4167656e74436f64655363633e39313530303130334d4135555452413031373c2f4167656e74436f64655363633e0a202020203c5472616465436f5363633e39313530303130334d4135555452413031373c2f5472616465436f5363633e0a202020203c50726f6d69736549746d65733e30303030303c2f50726f6d69736549746d65733e0a202020203c547261646541726561436f64653e4445553c2f547261646541726561436f64653e0a202020203c436865636b466c6f772f3e0a202020203c54617841616d696e4d61726b2f3e0a202020203c4d61726b4e6f3e4e2f4d3c2f4d61726b4e6f3e0a202020203c44657370506f7274436f64653e4445553035343c2f44657370506f7274436f64653e0a202020203c456e7479506f7274436f64653e3530303230313c2f456e7479506f7274436f64653e0a202020203c476f6f6473506c6163653ee6b19fe58c97e69cbae59cbae8b4a7e7ab993c2f476f6f6473506c6163653e0a202020203c424c4e6f2f3e0a202020203c496e73704f7267436f64652f3e0a202020203c537065634465636c466c61672f3e0a202020203c507572704f7267436f64652f3e0a202020203c44657370446174652f3e0a202020203c436d706c44736368726744742f3e0a202020203c436f7272656c6174696f6e526561736f6e466c61672f3e0a202020203c5673614f7267436f64652f3e0a202020203c4f726967426f78466c61672f3e0a202020203c4465636c6172654e616d653ee99988e6bc94e7a4ba3c2f4465636c6172654e616d653e0a202020203c4e6f4f746865725061636b2f3e0a202020203c4f7267436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72456e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72416464722f3e0a202020203c4f76657273656173436f6e7369676e6565436f64652f3e0a202020203c4f76657273656173436f6e7369676e6565456e616d652f3e0a202020203c446f6d6573746963436f6e7369676e6565456e616d652f3e0a202020203c436f7272656c6174696f6e4e6f2f3e0a202020203c45646952656d61726b3e4b4550542d4149523c2f45646952656d61726b3e0a202020203c45646952656d61726b322f3e0a202020203c5472616465436971436f64652f3e0a202020203c4f776e6572436971436f64652f3e0a202020203c4465636c436971436f64652f3e0a20203c2f446563486561643e0a20203c4465634c697374733e0a202020203c4465634c6973743e0a2020202020203c436c6173734d61726b2f3e0a2020202020203c436f646554533e383437333330393030303c2f436f646554533e0a2020202020203c436f6e74724974656d2f3e0a2020202020203c4465636c50726963653e31322e353c2f4465636c50726963653e0a2020202020203c447574794d6f64653e313c2f447574794d6f64653e0a2020202020203c466163746f722f3e0a2020202020203c474d6f64656c3e307c307ce5a496e5a3b37ce697a0e59381e7898c3c2f474d6f64656c3e0a2020202020203c474e616d653ee7ac94e8aeb0e69cace794b5e88491e99bb6e4bbb63c2f474e616d653e0a2020202020203c474e6f3e313c2f474e6f3e0a2020202020203c4f726967696e436f756e7472793e4445553c2f4f726967696e436f756e7472793e0a2020202020203c5472616465437572723e5553443c2f5472616465437572723e0a2020202020203c4465636c546f74616c3e31323530303c2f4465636c546f74616c3e0a2020202020203c475174793e313030303c2f475174793e0a2020202020203c46697273745174793e313030303c2f46697273745174793e0a2020202020203c5365636f6e645174792f3e0a2020202020203c47556e69743e3033353c2f47556e69743e0a2020202020203c4669727374556e69743e3033353c2f4669727374556e69743e0a2020202020203c5365636f6e64556e69742f3e0a2020202020203c557365546f2f3e0a2020202020203c576f726b5573642f3e0a2020202020203c4578674e6f2f3e0a2020202020203c45786756657273696f6e2f3e0a2020202020203c44657374696e6174696f6e436f756e7472793e43484e3c2f44657374696e6174696f6e436f756e7472793e0a2020202020203c436971436f64652f3e0a2020202020203c4465636c476f6f6473456e616d652f3e0a2020202020203c4f726967506c616365436f64652f3e0a2020202020203c507572706f73652f3e0a2020202020203c50726f6456616c696444742f3e0a2020202020203c50726f645167702f3e0a2020202020203c476f6f6473417474722f3e0a2020202020203c53747566662f3e0a2020202020203c556e636f64652f3e0a2020202020203c44616e674e616d652f3e0a2020202020203c44616e675061636b547970652f3e0a2020202020203c44616e675061636b537065632f3e0a2020202020203c456e674d616e456e74436e6d2f3e0a2020202020203c4e6f44616e67466c61672f3e0a2020202020203c44657374436f64652f3e0a2020202020203c476f6f6473537065632f3e0a2020202020203c476f6f64734d6f64656c2f3e0a2020202020203c476f6f64734272616e642f3e0a2020202020203c50726f64756365446174652f3e0a2020202020203c50726f6442617463684e6f2f3e0a2020202020203c4469737472696374436f64653e35303033393c2f4469737472696374436f64653e0a2020202020203c4369714e616d652f3e0a2020202020203c446563476f6f64734c696d6974732f3e0a2020202020203c4d6e75666374725265674e6f2f3e0a2020202020203c4d6e75666374725265674e616d652f3e0a2020202020203c526365704f726967506c616365436f64652f3e0a2020202020203c436f6e74726f6c4578706c61696e436f64652f3e0a202020203c2f4465634c6973743e0a202020203c4465634c6973743e0a2020202020203c436c6173734d61726b2f3e0a2020202020203c436f646554533e383437333330393030303c2f436f646554533e0a2020202020203c436f6e74724974656d2f3e0a2020202020203c4465636c50726963653e31322e353c2f4465636c50726963653e0a2020202020203c447574794d6f64653e313c2f447574794d6f64653e0a2020202020203c466163746f722f3e0a2020202020203c474d6f64656c3e307c307ce5a496e5a3b37ce697a0e59381e7898c3c2f474d6f64656c3e0a2020202020203c474e616d653ee6b6b2e699b6e698bee7a4bae6a8a1e7bb84e99bb6e4bbb63c2f474e616d653e0a2020202020203c474e6f3e323c2f474e6f3e0a2020202020203c4f726967696e436f756e7472793e4445553c2f4f726967696e436f756e7472793e0a2020202020203c5472616465437572723e5553443c2f5472616465437572723e0a2020202020203c4465636c546f74616c3e31323530303c2f4465636c546f74616c3e0a2020202020203c475174793e313030303c2f475174793e0a2020202020203c46697273745174793e313030303c2f46697273745174793e0a2020202020203c5365636f6e645174792f3e0a2020202020203c47556e69743e3033353c2f47556e69743e0a2020202020203c4669727374556e69743e3033353c2f4669727374556e69743e0a2020202020203c5365636f6e64556e69742f3e0a2020202020203c557365546f2f3e0a2020202020203c576f726b5573642f3e0a2020202020203c4578674e6f2f3e0a2020202020203c45786756657273696f6e2f3e0a2020202020203c44657374696e6174696f6e436f756e7472793e43484e3c2f44657374696e6174696f6e436f756e7472793e0a2020202020203c436971436f64652f3e0a2020202020203c4465636c476f6f6473456e616d652f3e0a2020202020203c4f726967506c616365436f64652f3e0a2020202020203c507572706f73652f3e0a2020202020203c50726f6456616c696444742f3e0a2020202020203c50726f645167702f3e0a2020202020203c476f6f6473417474722f3e0a2020202020203c53747566662f3e0a2020202020203c556e636f64652f3e0a2020202020203c44616e674e616d652f3e0a2020202020203c44616e675061636b547970652f3e0a2020202020203c44616e675061636b537065632f3e0a2020202020203c456e674d616e456e74436e6d2f3e0a2020202020203c4e6f44616e67466c61672f3e0a2020202020203c44657374436f64652f3e0a2020202020203c476f6f6473537065632f3e0a2020202020203c476f6f64734d6f64656c2f3e0a2020202020203c476f6f64734272616e642f3e0a2020202020203c50726f64756365446174652f3e0a2020202020203c50726f6442617463684e6f2f3e0a2020202020203c4469737472696374436f64653e35303033393c2f4469737472696374436f64653e0a2020202020203c4369714e616d652f3e0a2020202020203c446563476f6f64734c696d6974732f3e0a2020202020203c4d6e75666374725265674e6f2f3e0a2020202020203c4d6e75666374725265674e616d652f3e0a2020202020203c526365704f726967506c616365436f64652f3e0a2020202020203c436f6e74726f6c4578706c61696e436f64652f3e0a202020203c2f4465634c6973743e0a20203c2f4465634c697374733e0a20203c4465634c6963656e7365446f6375732f3e0a20203c446563436f6e7461696e6572732f3e0a20203c4465635369676e3e0a202020203c4f706572547970652f3e0a202020203c4943436f64652f3e0a202020203c436f70436f64652f3e0a202020203c4f7065724e616d652f3e0a202020203c436c69656e745365714e6f3e4932363131323130303030303032303030313c2f436c69656e745365714e6f3e0a202020203c5369676e2f3e0a202020203c5369676e446174652f3e0a202020203c43657274696669636174652f3e0a202020203c486f737449642f3e0a202020203c42696c6c5365714e6f2f3e0a202020203c446f6d61696e49642f3e0a202020203c4e6f74652f3e0a20203c2f4465635369676e3e0a20203c446563467265655478743e0a202020203c52656c49642f3e0a202020203c52656c4d616e4e6f2f3e0a202020203c426f6e4e6f2f3e0a202020203c566f794e6f3e32303236313132303c2f566f794e6f3e0a202020203c44656342704e6f2f3e0a202020203c4375734669652f3e0a202020203c4465634e6f2f3e0a20203c2f446563467265655478743e0a20203c4465635265717565737443657274732f3e0a20203c4465634f746865725061636b732f3e0a20203c446563436f704c696d6974732f3e0a20203c44656355736572732f3e0a20203c446563436f7050726f6d697365732f3e0a3c2f4465634d6573736167653e0a'),
	('3518e34d91e5ef5d9616bbc0fa3f85926c883a636e1bea812e124012f55b0c44', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c446563496d706f7274526573706f6e736520786d6c6e733d22687474703a2f2f7777772e6368696e61706f72742e676f762e636e2f646563223e0a20203c526573706f6e7365436f64653e303c2f526573706f6e7365436f64653e0a20203c4572726f724d6573736167653ee794b3e68aa5e68890e58a9f3c2f4572726f724d6573736167653e0a20203c436c69656e745365714e6f3e4932363131323130303030303031303030313c2f436c69656e745365714e6f3e0a20203c5365714e6f3e4932303236383236313030303030303030313c2f5365714e6f3e0a3c2f446563496d706f7274526573706f6e73653e0a'),
	('350b7e9fe699282afedfa2a39059d9c670f62e69359f73ac5529d38ebdc685a0', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c436f6e766579616e63655265706f72743e0a20203c436c69656e744e756d6265723e4932363131323130303030303032303030323c2f436c69656e744e756d6265723e0a20203c5265666572656e63653e4b4550542d4149523c2f5265666572656e63653e0a20203c536869706d656e744e756d6265723e5054323631313231303030303030323c2f536869706d656e744e756d6265723e0a20203c446972656374696f6e3e493c2f446972656374696f6e3e0a20203c437265775175616e746974793e323c2f437265775175616e746974793e0a20203c457374696d617465644172726976616c3e3230323631313230313230303c2f457374696d617465644172726976616c3e0a20203c4c617374506f72743e4b5a414c413c2f4c617374506f72743e0a20203c5472616e73706f7274436f6e74726163743e3131322d31323334353637353c2f5472616e73706f7274436f6e74726163743e0a20203c426f726465725472616e73706f72744d65616e733e0a202020203c4d6f6465436f64653e353c2f4d6f6465436f64653e0a202020203c49443e43413434323c2f49443e0a202020203c4e616d653e43413434323c2f4e616d653e0a202020203c4a6f75726e657949443e32303236313132303c2f4a6f75726e657949443e0a202020203c526567697374726174696f6e4e6174696f6e616c6974793e4b415a3c2f526567697374726174696f6e4e6174696f6e616c6974793e0a20203c2f426f726465725472616e73706f72744d65616e733e0a3c2f436f6e766579616e63655265706f72743e0a'),
	('125b1f68dd71ed7c9877ae2e0a1c5ed1d4a2f102cb629ceb8e4a3df828fdc417', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d616e69666573745265666572656e63653e0a20203c5265666572656e63653e4b4550542d4149523c2f5265666572656e63653e0a20203c42696c6c4e756d6265723e3131322d31323334353637353c2f42696c6c4e756d6265723e0a20203c436f6e766579616e63653e43413434323c2f436f6e766579616e63653e0a20203c4a6f75726e65793e32303236313132303c2f4a6f75726e65793e0a20203c53746174696f6e436f64653e434b472d4a49414e474245493c2f53746174696f6e436f64653e0a20203c5061636b616765733e38303c2f5061636b616765733e0a20203c47726f73734d6173733e323130303c2f47726f73734d6173733e0a3c2f4d616e69666573745265666572656e63653e0a'),
	('d3168da0616d8b429c550a81669339bd715469d257b3e06d0b5b6b1e10bade47', '\x7b0a20227069636b5570506c616e223a207b0a2020226d6573736167654e756d626572223a2022493236313132313030303030303230303034222c0a2020227265666572656e6365223a20224b4550542d414952222c0a20202261697257617962696c6c223a20223131322d3132333435363735222c0a202022666c69676874223a20223230323631313230222c0a202022706965636573223a20223830222c0a20202267726f73734d6173734b67223a202232313030222c0a2020227069636b55705061727479223a2022e9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc89222c0a20202276656869636c65223a2022e6b89d413132333435220a207d0a7d'),
	('70c1d469fe4059da8cccf2427d135c48d820ce2eda5303d9a167c4c68d88caf3', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d616e69666573743e0a20203c486561643e0a202020203c4d65737361676549443e53494d5f315f52574b4550542d5241494c3c2f4d65737361676549443e0a202020203c46756e6374696f6e436f64653e393c2f46756e6374696f6e436f64653e0a202020203c4d657373616765547970653e4d54323130313c2f4d657373616765547970653e0a202020203c53656e64657249443e53494d3c2f53656e64657249443e0a202020203c526563656976657249443e504f525449434f3c2f526563656976657249443e0a202020203c53656e6454696d653e32303236313132313133343433303537303c2f53656e6454696d653e0a202020203c56657273696f6e3e312e303c2f56657273696f6e3e0a20203c2f486561643e0a20203c4465636c61726174696f6e3e0a202020203c426f726465725472616e73706f72744d65616e733e0a2020202020203c4a6f75726e657949443e32303236313132303c2f4a6f75726e657949443e0a2020202020203c49443e58383038343c2f49443e0a202020203c2f426f726465725472616e73706f72744d65616e733e0a202020203c436f6e7369676e6d656e743e0a2020202020203c5472616e73706f7274436f6e7472616374446f63756d656e743e0a20202020202020203c49443e52574b4550542d5241494c3c2f49443e0a2020202020203c2f5472616e73706f7274436f6e7472616374446f63756d656e743e0a2020202020203c436f6e7369676e6d656e745061636b6167696e673e0a20202020202020203c5175616e746974795175616e746974793e38303c2f5175616e746974795175616e746974793e0a2020202020203c2f436f6e7369676e6d656e745061636b6167696e673e0a2020202020203c546f74616c47726f73734d6173734d6561737572653e323130303c2f546f74616c47726f73734d6173734d6561737572653e0a2020202020203c5472616e73706f727445717569706d656e743e0a20202020202020203c45717569706d656e744964656e74696669636174696f6e3e0a202020202020202020203c49443e43515055313030303031343c2f49443e0a20202020202020203c2f45717569706d656e744964656e74696669636174696f6e3e0a2020202020203c2f5472616e73706f727445717569706d656e743e0a2020202020203c5472616e73706f727445717569706d656e743e0a20202020202020203c45717569706d656e744964656e74696669636174696f6e3e0a202020202020202020203c49443e43515055313030303032303c2f49443e0a20202020202020203c2f45717569706d656e744964656e74696669636174696f6e3e0a2020202020203c2f5472616e73706f727445717569706d656e743e0a202020203c2f436f6e7369676e6d656e743e0a20203c2f4465636c61726174696f6e3e0a3c2f4d616e69666573743e0a'),
	('d0cd9ec655ce3b3b6d7dd4aebc1cec7b4ddbe2f102b9d999075b7bf5bad7c194', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c417574686f726974794e6f746963653e0a20203c417574686f726974793e626f726465722d696e7370656374696f6e3c2f417574686f726974793e0a20203c436c69656e744e756d6265723e4932363131323130303030303032303030323c2f436c69656e744e756d6265723e0a20203c4b696e643e726563656970743c2f4b696e643e0a20203c4e756d6265723e424f524445522d494e5350454354494f4e2d5054323631313231303030303030322d333c2f4e756d6265723e0a20203c53657175656e63653e3137393532333938373030333c2f53657175656e63653e0a20203c526561736f6e3ee5b7b2e694b6e588b0e8bf90e8be93e5b7a5e585b7e794b3e68aa53c2f526561736f6e3e0a20203c526561736f6e456e3e436f6e766579616e6365207265706f72742072656365697665643c2f526561736f6e456e3e0a20203c4c6567616c42617369733ee3808ae587bae5a283e585a5e5a283e8beb9e998b2e6a380e69fa5e69da1e4be8be3808b2fe3808ae6b5b7e4b88ae4baa4e9809ae5ae89e585a8e6b395e3808befbc88e6bc94e7a4baefbc893c2f4c6567616c42617369733e0a20203c49737375656441743e32303236313132313133343433313c2f49737375656441743e0a3c2f417574686f726974794e6f746963653e0a'),
	('d31d08b07d2d0afe0c0adfcdef1568c449c1fc04ef6e898eb8e8956b55864859', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4465634d6573736167652076657273696f6e3d22332e312220786d6c6e733d22687474703a2f2f7777772e6368696e61706f72742e676f762e636e2f646563223e0a20203c446563486561643e0a202020203c5365714e6f2f3e0a202020203c4945466c61673e453c2f4945466c61673e0a202020203c547970653e5a3c2f547970653e0a202020203c4167656e74436f64653e353030333136304130313c2f4167656e74436f64653e0a202020203c4167656e744e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4167656e744e616d653e0a202020203c417070724e6f2f3e0a202020203c42696c6c4e6f3e595a32363131303030313c2f42696c6c4e6f3e0a202020203c436f6e74724e6f2f3e0a202020203c437573746f6d4d61737465723e383030373c2f437573746f6d4d61737465723e0a202020203c4375744d6f64653e3130313c2f4375744d6f64653e0a202020203c44697374696e617465506f72743e5347503030303c2f44697374696e617465506f72743e0a202020203c466565437572722f3e0a202020203c4665654d61726b2f3e0a202020203c466565526174652f3e0a202020203c47726f73735765743e323130303c2f47726f73735765743e0a202020203c4945446174652f3e0a202020203c4945506f72743e383030373c2f4945506f72743e0a202020203c496e737572437572722f3e0a202020203c496e7375724d61726b2f3e0a202020203c496e737572526174652f3e0a202020203c4c6963656e73654e6f2f3e0a202020203c4d616e75616c4e6f2f3e0a202020203c4e657457743e323030303c2f4e657457743e0a202020203c4e6f7465532f3e0a202020203c4f74686572437572722f3e0a202020203c4f746865724d61726b2f3e0a202020203c4f74686572526174652f3e0a202020203c4f776e6572436f64653e353030333136304130313c2f4f776e6572436f64653e0a202020203c4f776e65724e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f4f776e65724e616d653e0a202020203c5061636b4e6f3e38303c2f5061636b4e6f3e0a202020203c5472616465436f64653e353030333136304130313c2f5472616465436f64653e0a202020203c5472616465436f756e7472793e5347503c2f5472616465436f756e7472793e0a202020203c54726164654d6f64653e303131303c2f54726164654d6f64653e0a202020203c54726164654e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f54726164654e616d653e0a202020203c547261664d6f64653e323c2f547261664d6f64653e0a202020203c547261664e616d653e4d494e205348454e4720313c2f547261664e616d653e0a202020203c5472616e734d6f64653e333c2f5472616e734d6f64653e0a202020203c57726170547970653e32323c2f57726170547970653e0a202020203c456e74727949642f3e0a202020203c507265456e74727949642f3e0a202020203c45646949643e313c2f45646949643e0a202020203c5269736b2f3e0a202020203c436f704e616d653ee9878de5ba86e5b1b1e59f8ee58589e794b5e69c89e99990e585ace58fb8efbc88e6bc94e7a4baefbc893c2f436f704e616d653e0a202020203c436f70436f64653e353030333136304130313c2f436f70436f64653e0a202020203c456e747279547970653e4d3c2f456e747279547970653e0a202020203c50446174652f3e0a202020203c5479706973744e6f3e383930303030303030303030313c2f5479706973744e6f3e0a202020203c496e70757465724e616d653ee99988e6bc94e7a4ba3c2f496e70757465724e616d653e0a202020203c50617274656e657249442f3e0a202020203c5467644e6f2f3e0a202020203c44617461536f757263652f3e0a202020203c4465636c54726e52656c3e303c2f4465636c54726e52656c3e0a202020203c43686b5375726574792f3e0a202020203c42696c6c547970652f3e0a202020203c436f70436f64655363633e39313530303130334d4135555452413031373c2f436f70436f64655363633e0a202020203c4f776e6572436f64655363633e39313530303130334d4135555452413031373c2f4f776e6572436f64655363633e0a202020203c4167656e74436f64655363633e39313530303130334d4135555452413031373c2f4167656e74436f64655363633e0a202020203c5472616465436f5363633e39313530303130334d4135555452413031373c2f5472616465436f5363633e0a202020203c50726f6d69736549746d65733e30303030303c2f50726f6d69736549746d65733e0a202020203c547261646541726561436f64653e5347503c2f547261646541726561436f64653e0a202020203c436865636b466c6f772f3e0a202020203c54617841616d696e4d61726b2f3e0a202020203c4d61726b4e6f3e4e2f4d3c2f4d61726b4e6f3e0a202020203c44657370506f7274436f64653e4445553035343c2f44657370506f7274436f64653e0a202020203c456e7479506f7274436f64653e3530303030313c2f456e7479506f7274436f64653e0a202020203c476f6f6473506c6163653ee59ba2e7bb93e69d91e99381e8b7afe58fa3e5b2b83c2f476f6f6473506c6163653e0a202020203c424c4e6f2f3e0a202020203c496e73704f7267436f64652f3e0a202020203c537065634465636c466c61672f3e0a202020203c507572704f7267436f64652f3e0a202020203c44657370446174652f3e0a202020203c436d706c44736368726744742f3e0a202020203c436f7272656c6174696f6e526561736f6e466c61672f3e0a202020203c5673614f7267436f64652f3e0a202020203c4f726967426f78466c61672f3e0a202020203c4465636c6172654e616d653ee99988e6bc94e7a4ba3c2f4465636c6172654e616d653e0a202020203c4e6f4f746865725061636b2f3e0a202020203c4f7267436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436f64652f3e0a202020203c4f76657273656173436f6e7369676e6f72436e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72456e616d652f3e0a202020203c4f76657273656173436f6e7369676e6f72416464722f3e0a202020203c4f76657273656173436f6e7369676e6565436f64652f3e0a202020203c4f76657273656173436f6e7369676e6565456e616d652f3e0a202020203c446f6d6573746963436f6e7369676e6565456e616d652f3e0a202020203c436f7272656c6174696f6e4e6f2f3e0a202020203c45646952656d61726b3e4b4550542d57415445523c2f45646952656d61726b3e0a202020203c45646952656d61726b322f3e0a202020203c5472616465436971436f64652f3e0a202020203c4f776e6572436971436f64652f3e0a202020203c4465636c436971436f64652f3e0a20203c2f446563486561643e0a20203c4465634c697374733e0a202020203c4465634c6973743e0a2020202020203c436c6173734d61726b2f3e0a2020202020203c436f646554533e383437333330393030303c2f436f646554533e0a2020202020203c436f6e74724974656d2f3e0a2020202020203c4465636c50726963653e31322e353c2f4465636c50726963653e0a2020202020203c447574794d6f64653e313c2f447574794d6f64653e0a2020202020203c466163746f722f3e0a2020202020203c474d6f64656c3e307c307ce5a496e5a3b37ce697a0e59381e7898c3c2f474d6f64656c3e0a2020202020203c474e616d653ee7ac94e8aeb0e69cace794b5e88491e99bb6e4bbb63c2f474e616d653e0a2020202020203c474e6f3e313c2f474e6f3e0a2020202020203c4f726967696e436f756e7472793e5347503c2f4f726967696e436f756e7472793e0a2020202020203c5472616465437572723e5553443c2f5472616465437572723e0a2020202020203c4465636c546f74616c3e31323530303c2f4465636c546f74616c3e0a2020202020203c475174793e313030303c2f475174793e0a2020202020203c46697273745174793e313030303c2f46697273745174793e0a2020202020203c5365636f6e645174792f3e0a2020202020203c47556e69743e3033353c2f47556e69743e0a2020202020203c4669727374556e69743e3033353c2f4669727374556e69743e0a2020202020203c5365636f6e64556e69742f3e0a2020202020203c557365546f2f3e0a2020202020203c576f726b5573642f3e0a2020202020203c4578674e6f2f3e0a2020202020203c45786756657273696f6e2f3e0a2020202020203c44657374696e6174696f6e436f756e7472793e43484e3c2f44657374696e6174696f6e436f756e7472793e0a2020202020203c436971436f64652f3e0a2020202020203c4465636c476f6f6473456e616d652f3e0a2020202020203c4f726967506c616365436f64652f3e0a2020202020203c507572706f73652f3e0a2020202020203c50726f6456616c696444742f3e0a2020202020203c50726f645167702f3e0a2020202020203c476f6f6473417474722f3e0a2020202020203c53747566662f3e0a2020202020203c556e636f64652f3e0a2020202020203c44616e674e616d652f3e0a2020202020203c44616e675061636b547970652f3e0a2020202020203c44616e675061636b537065632f3e0a2020202020203c456e674d616e456e74436e6d2f3e0a2020202020203c4e6f44616e67466c61672f3e0a2020202020203c44657374436f64652f3e0a2020202020203c476f6f6473537065632f3e0a2020202020203c476f6f64734d6f64656c2f3e0a2020202020203c476f6f64734272616e642f3e0a2020202020203c50726f64756365446174652f3e0a2020202020203c50726f6442617463684e6f2f3e0a2020202020203c4469737472696374436f64653e35303033393c2f4469737472696374436f64653e0a2020202020203c4369714e616d652f3e0a2020202020203c446563476f6f64734c696d6974732f3e0a2020202020203c4d6e75666374725265674e6f2f3e0a2020202020203c4d6e75666374725265674e616d652f3e0a2020202020203c526365704f726967506c616365436f64652f3e0a2020202020203c436f6e74726f6c4578706c61696e436f64652f3e0a202020203c2f4465634c6973743e0a20203c2f4465634c697374733e0a20203c4465634c6963656e7365446f6375732f3e0a20203c446563436f6e7461696e6572733e0a202020203c436f6e7461696e65723e0a2020202020203c436f6e7461696e657249643e59584555343030303031303c2f436f6e7461696e657249643e0a2020202020203c436f6e7461696e65724d643e32313c2f436f6e7461696e65724d643e0a2020202020203c476f6f64734e6f3e313c2f476f6f64734e6f3e0a2020202020203c4c636c466c61672f3e0a2020202020203c476f6f6473436f6e746157743e323030303c2f476f6f6473436f6e746157743e0a2020202020203c436f6e7461696e657257742f3e0a202020203c2f436f6e7461696e65723e0a20203c2f446563436f6e7461696e6572733e0a20203c4465635369676e3e0a202020203c4f706572547970652f3e0a202020203c4943436f64652f3e0a202020203c436f70436f64652f3e0a202020203c4f7065724e616d652f3e0a202020203c436c69656e745365714e6f3e4532363131323130303030303033303030313c2f436c69656e745365714e6f3e0a202020203c5369676e2f3e0a202020203c5369676e446174652f3e0a202020203c43657274696669636174652f3e0a202020203c486f737449642f3e0a202020203c42696c6c5365714e6f2f3e0a202020203c446f6d61696e49642f3e0a202020203c4e6f74652f3e0a20203c2f4465635369676e3e0a20203c446563467265655478743e0a202020203c52656c49642f3e0a202020203c52656c4d616e4e6f2f3e0a202020203c426f6e4e6f2f3e0a202020203c566f794e6f3e32363437453c2f566f794e6f3e0a202020203c44656342704e6f2f3e0a202020203c4375734669652f3e0a202020203c4465634e6f2f3e0a20203c2f446563467265655478743e0a20203c4465635265717565737443657274732f3e0a20203c4465634f746865725061636b732f3e0a20203c446563436f704c696d6974732f3e0a20203c44656355736572732f3e0a20203c446563436f7050726f6d697365732f3e0a3c2f4465634d6573736167653e0a'),
	('690649f9f2a45bf644779723aab09ba7695aa26ab8728f6597a7ed972fefced7', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c436f6e766579616e63655265706f72743e0a20203c436c69656e744e756d6265723e4532363131323130303030303033303030323c2f436c69656e744e756d6265723e0a20203c5265666572656e63653e4b4550542d57415445523c2f5265666572656e63653e0a20203c536869706d656e744e756d6265723e5054323631313231303030303030333c2f536869706d656e744e756d6265723e0a20203c446972656374696f6e3e453c2f446972656374696f6e3e0a20203c437265775175616e746974793e323c2f437265775175616e746974793e0a20203c457374696d617465644172726976616c3e3230323631313230313230303c2f457374696d617465644172726976616c3e0a20203c457374696d617465644465706172747572653e3230323631323230313230303c2f457374696d617465644465706172747572653e0a20203c4c617374506f72743e4b5a414c413c2f4c617374506f72743e0a20203c5472616e73706f7274436f6e74726163743e595a32363131303030313c2f5472616e73706f7274436f6e74726163743e0a20203c426f726465725472616e73706f72744d65616e733e0a202020203c4d6f6465436f64653e323c2f4d6f6465436f64653e0a202020203c49443e393436393536303c2f49443e0a202020203c4e616d653e4d494e205348454e4720313c2f4e616d653e0a202020203c4a6f75726e657949443e32363437453c2f4a6f75726e657949443e0a202020203c526567697374726174696f6e4e6174696f6e616c6974793e4b415a3c2f526567697374726174696f6e4e6174696f6e616c6974793e0a20203c2f426f726465725472616e73706f72744d65616e733e0a20203c45717569706d656e743e0a202020203c49443e59584555343030303031303c2f49443e0a20203c2f45717569706d656e743e0a3c2f436f6e766579616e63655265706f72743e0a'),
	('1fbd218ccb0412f5b2d462f9270b5d1f17a31ef2c3b9f308611bbbd6823ce52d', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c436f6e766579616e63655265706f72743e0a20203c436c69656e744e756d6265723e4532363131323130303030303033303030333c2f436c69656e744e756d6265723e0a20203c5265666572656e63653e4b4550542d57415445523c2f5265666572656e63653e0a20203c536869706d656e744e756d6265723e5054323631313231303030303030333c2f536869706d656e744e756d6265723e0a20203c446972656374696f6e3e453c2f446972656374696f6e3e0a20203c437265775175616e746974793e323c2f437265775175616e746974793e0a20203c457374696d617465644172726976616c3e3230323631313230313230303c2f457374696d617465644172726976616c3e0a20203c457374696d617465644465706172747572653e3230323631323230313230303c2f457374696d617465644465706172747572653e0a20203c4c617374506f72743e4b5a414c413c2f4c617374506f72743e0a20203c5472616e73706f7274436f6e74726163743e595a32363131303030313c2f5472616e73706f7274436f6e74726163743e0a20203c426f726465725472616e73706f72744d65616e733e0a202020203c4d6f6465436f64653e323c2f4d6f6465436f64653e0a202020203c49443e393436393536303c2f49443e0a202020203c4e616d653e4d494e205348454e4720313c2f4e616d653e0a202020203c4a6f75726e657949443e32363437453c2f4a6f75726e657949443e0a202020203c526567697374726174696f6e4e6174696f6e616c6974793e4b415a3c2f526567697374726174696f6e4e6174696f6e616c6974793e0a20203c2f426f726465725472616e73706f72744d65616e733e0a20203c45717569706d656e743e0a202020203c49443e59584555343030303031303c2f49443e0a20203c2f45717569706d656e743e0a3c2f436f6e766579616e63655265706f72743e0a'),
	('b4ba1294af5c1ef6012419fcdba5974d0007398deafc779605f5d7e2cfb81b2b', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d616e69666573745265666572656e63653e0a20203c5265666572656e63653e4b4550542d57415445523c2f5265666572656e63653e0a20203c42696c6c4e756d6265723e595a32363131303030313c2f42696c6c4e756d6265723e0a20203c436f6e766579616e63653e393436393536303c2f436f6e766579616e63653e0a20203c4a6f75726e65793e32363437453c2f4a6f75726e65793e0a20203c53746174696f6e436f64653e434b472d47554f5955414e3c2f53746174696f6e436f64653e0a20203c5061636b616765733e38303c2f5061636b616765733e0a20203c47726f73734d6173733e323130303c2f47726f73734d6173733e0a20203c45717569706d656e743e59584555343030303031303c2f45717569706d656e743e0a3c2f4d616e69666573745265666572656e63653e0a'),
	('979a7d9ec5de18d5bf92a788e43293d1b0c9a5a5faaa5008ef053d4080479620', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c446563496d706f7274526573706f6e736520786d6c6e733d22687474703a2f2f7777772e6368696e61706f72742e676f762e636e2f646563223e0a20203c526573706f6e7365436f64653e303c2f526573706f6e7365436f64653e0a20203c4572726f724d6573736167653ee794b3e68aa5e68890e58a9f3c2f4572726f724d6573736167653e0a20203c436c69656e745365714e6f3e4932363131323130303030303032303030313c2f436c69656e745365714e6f3e0a20203c5365714e6f3e4932303236383236313030303030303030363c2f5365714e6f3e0a3c2f446563496d706f7274526573706f6e73653e0a'),
	('fd92ebdd54f6a3b4924feb9272865f29d9d56b64b0ef8230fbee117d6eb23d7e', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c4d616e69666573743e0a20203c486561643e0a202020203c4d65737361676549443e53494d5f335f3131322d31323334353637353c2f4d65737361676549443e0a202020203c46756e6374696f6e436f64653e393c2f46756e6374696f6e436f64653e0a202020203c4d657373616765547970653e4d54323130313c2f4d657373616765547970653e0a202020203c53656e64657249443e53494d3c2f53656e64657249443e0a202020203c526563656976657249443e504f525449434f3c2f526563656976657249443e0a202020203c53656e6454696d653e32303236313132313133343433303939303c2f53656e6454696d653e0a202020203c56657273696f6e3e312e303c2f56657273696f6e3e0a20203c2f486561643e0a20203c4465636c61726174696f6e3e0a202020203c426f726465725472616e73706f72744d65616e733e0a2020202020203c4a6f75726e657949443e32303236313132303c2f4a6f75726e657949443e0a2020202020203c49443e43413434323c2f49443e0a202020203c2f426f726465725472616e73706f72744d65616e733e0a202020203c436f6e7369676e6d656e743e0a2020202020203c5472616e73706f7274436f6e7472616374446f63756d656e743e0a20202020202020203c49443e3131322d31323334353637353c2f49443e0a2020202020203c2f5472616e73706f7274436f6e7472616374446f63756d656e743e0a2020202020203c436f6e7369676e6d656e745061636b6167696e673e0a20202020202020203c5175616e746974795175616e746974793e38303c2f5175616e746974795175616e746974793e0a2020202020203c2f436f6e7369676e6d656e745061636b6167696e673e0a2020202020203c546f74616c47726f73734d6173734d6561737572653e323130303c2f546f74616c47726f73734d6173734d6561737572653e0a202020203c2f436f6e7369676e6d656e743e0a20203c2f4465636c61726174696f6e3e0a3c2f4d616e69666573743e0a'),
	('dfe59fdd145bb616e7a1ddd0a463fa8d116165e677e6e7dce70966b0a00943f2', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c417574686f726974794e6f746963653e0a20203c417574686f726974793e6d61726974696d653c2f417574686f726974793e0a20203c436c69656e744e756d6265723e4532363131323130303030303033303030333c2f436c69656e744e756d6265723e0a20203c4b696e643e726563656970743c2f4b696e643e0a20203c4e756d6265723e4d41524954494d452d5054323631313231303030303030332d313c2f4e756d6265723e0a20203c53657175656e63653e3137393532333938373130313c2f53657175656e63653e0a20203c526561736f6e3ee5b7b2e694b6e588b0e8bf90e8be93e5b7a5e585b7e794b3e68aa53c2f526561736f6e3e0a20203c526561736f6e456e3e436f6e766579616e6365207265706f72742072656365697665643c2f526561736f6e456e3e0a20203c4c6567616c42617369733ee3808ae587bae5a283e585a5e5a283e8beb9e998b2e6a380e69fa5e69da1e4be8be3808b2fe3808ae6b5b7e4b88ae4baa4e9809ae5ae89e585a8e6b395e3808befbc88e6bc94e7a4baefbc893c2f4c6567616c42617369733e0a20203c49737375656441743e32303236313132313133343433313c2f49737375656441743e0a3c2f417574686f726974794e6f746963653e0a'),
	('ace4c9868d599d9c53bb150e8239d5377745072606a002f1287b90ea7e8fcd67', '\x3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d225554462d38223f3e0a3c417574686f726974794e6f746963653e0a20203c417574686f726974793e626f726465722d696e7370656374696f6e3c2f417574686f726974793e0a20203c436c69656e744e756d6265723e4532363131323130303030303033303030323c2f436c69656e744e756d6265723e0a20203c4b696e643e726563656970743c2f4b696e643e0a20203c4e756d6265723e424f524445522d494e5350454354494f4e2d5054323631313231303030303030332d353c2f4e756d6265723e0a20203c53657175656e63653e3137393532333938373130353c2f53657175656e63653e0a20203c526561736f6e3ee5b7b2e694b6e588b0e8bf90e8be93e5b7a5e585b7e794b3e68aa53c2f526561736f6e3e0a20203c526561736f6e456e3e436f6e766579616e6365207265706f72742072656365697665643c2f526561736f6e456e3e0a20203c4c6567616c42617369733ee3808ae587bae5a283e585a5e5a283e8beb9e998b2e6a380e69fa5e69da1e4be8be3808b2fe3808ae6b5b7e4b88ae4baa4e9809ae5ae89e585a8e6b395e3808befbc88e6bc94e7a4baefbc893c2f4c6567616c42617369733e0a20203c49737375656441743e32303236313132313133343433313c2f49737375656441743e0a3c2f417574686f726974794e6f746963653e0a');

INSERT INTO documents.document VALUES
	('37a2436b-a463-8279-a563-c753be61dd70', 'border-inspection.conveyance-report', '{"en": "Conveyance report to Border inspection", "zh": "边检运输工具申报"}', 'outbound', 'border-inspection', '01a1fca2-8304-7000-bcd4-82590f20701d', 1, 'E26112100000030002', NULL, NULL, 'application/xml', 'utf-8', 'ConveyanceReport.xml', 738, '690649f9f2a45bf644779723aab09ba7695aa26ab8728f6597a7ed972fefced7', true, '2026-11-21 05:44:31.254+00', '{"id": "d05db6a8-5dbb-8fde-a7e5-43c784da6139", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:31.320Z"}'),
	('7f9c3cda-b9ef-8288-ab5a-b9de666173d1', 'border-inspection.conveyance-report', '{"en": "Conveyance report to Border inspection", "zh": "边检运输工具申报"}', 'outbound', 'border-inspection', '01a1fca2-7f4b-7000-8799-089599d68719', 1, 'I26112100000010002', NULL, NULL, 'application/xml', 'utf-8', 'ConveyanceReport.xml', 761, '5a0d539e088896141786b6a6133542b7bbf9a6ca7b8d77a97f198d02b5845f2c', true, '2026-11-21 05:44:30.443+00', '{"id": "c07eb38c-9737-8513-aa01-0235a15c6016", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.577Z"}'),
	('c77d116a-5e0f-8cd4-a7e8-cee375bf3c92', 'carrier.manifest-reference', '{"en": "Manifest reference", "zh": "舱单核对"}', 'outbound', 'carrier', '01a1fca2-7f4b-7000-8799-089599d68719', 1, 'I26112100000010003', NULL, NULL, 'application/xml', 'utf-8', 'manifest-reference.xml', 391, '9c46c4955be80443a9aae980a7d61ad1c6b3ab11e276e4d430e39b229473c5c9', true, '2026-11-21 05:44:30.443+00', '{"id": "3d07df00-7115-8648-a228-af48eb2418cb", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.589Z"}'),
	('fe3dab3f-694d-83a3-ad48-935f267fe5c1', 'railway-yard.pick-up-plan', '{"en": "Pick-up plan", "zh": "提箱计划"}', 'outbound', 'railway-yard', '01a1fca2-7f4b-7000-8799-089599d68719', 1, 'I26112100000010004', NULL, NULL, 'application/xml', 'utf-8', 'WLJK_PLAN.xml', 865, '74b17f9aa57eaa975a5d66b8dfb7041167d6ef5bc96a82d42d883f9786d992e7', true, '2026-11-21 05:44:30.443+00', '{"id": "19167bc3-8d1e-8e95-a619-ff8e8bb1c679", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.591Z"}'),
	('feb5d264-b58d-893c-a748-3a3a068a9c8c', 'customs.goods-declaration', '{"en": "Goods declaration", "zh": "报关单"}', 'outbound', 'customs', '01a1fca2-7f4b-7000-8799-089599d68719', 1, 'I26112100000010001', NULL, NULL, 'application/xml', 'utf-8', 'I26112100000010001.xml', 6141, '558a5627ff33bdef243cb95f9d567deb69275d4652705bd2dfaa2da34560f941', true, '2026-11-21 05:44:30.443+00', '{"id": "d824d9ad-3ddc-88ef-a7ab-3a366a82479e", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.630Z"}'),
	('01a1fca2-812f-7000-8bcd-d76ebf47341d', 'border-inspection.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'border-inspection', '01a1fca2-7f4b-7000-8799-089599d68719', NULL, NULL, '7f9c3cda-b9ef-8288-ab5a-b9de666173d1', '{"en": "Conveyance report received", "zh": "已收到运输工具申报"}', 'application/xml', NULL, 'border-inspection-1.xml', 522, '8f1356faebbdd93bacd982d1c48839b9ed7a456bfe665ca0290009541bcea1f4', true, '2026-11-21 05:44:30.766+00', NULL),
	('01a1fca2-83a0-7000-aae6-77d592ca8b33', 'carrier.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'carrier', NULL, NULL, NULL, NULL, NULL, 'application/xml', NULL, 'MT2101.xml', 784, 'fd92ebdd54f6a3b4924feb9272865f29d9d56b64b0ef8230fbee117d6eb23d7e', true, '2026-11-21 05:44:31.392+00', NULL),
	('48aeb925-d978-8e1e-ad52-8acf50d708df', 'border-inspection.conveyance-report', '{"en": "Conveyance report to Border inspection", "zh": "边检运输工具申报"}', 'outbound', 'border-inspection', '01a1fca2-818d-7000-8008-6e9663f099d9', 1, 'I26112100000020002', NULL, NULL, 'application/xml', 'utf-8', 'ConveyanceReport.xml', 623, '350b7e9fe699282afedfa2a39059d9c670f62e69359f73ac5529d38ebdc685a0', true, '2026-11-21 05:44:30.892+00', '{"id": "34201c22-a8fc-8f5b-ab4c-82f06061fa4e", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.982Z"}'),
	('b23e8595-a010-849a-af52-7c180c4617b8', 'customs.goods-declaration', '{"en": "Goods declaration", "zh": "报关单"}', 'outbound', 'customs', '01a1fca2-818d-7000-8008-6e9663f099d9', 1, 'I26112100000020001', NULL, NULL, 'application/xml', 'utf-8', 'I26112100000020001.xml', 5675, 'bb02191da2ba9cc24600735c90af19013d0a48b4044448ad893d0a1294497179', true, '2026-11-21 05:44:30.892+00', '{"id": "b190cc9a-437c-82e8-acbd-acec034bd1be", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.985Z"}'),
	('01a1fca2-81c7-7000-8471-5d1a2bf932e4', 'customs.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'customs', '01a1fca2-7f4b-7000-8799-089599d68719', NULL, NULL, 'feb5d264-b58d-893c-a748-3a3a068a9c8c', '{"en": "Accepted by the gateway", "zh": "申报成功"}', 'application/xml', NULL, 'Successed_I26112100000010001_20261121134430909.xml', 281, '3518e34d91e5ef5d9616bbc0fa3f85926c883a636e1bea812e124012f55b0c44', true, '2026-11-21 05:44:30.919+00', NULL),
	('01a1fca2-821b-7000-a88d-5892fe9ca80a', 'carrier.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'carrier', NULL, NULL, NULL, NULL, NULL, 'application/xml', NULL, 'MT2101.xml', 1092, '70c1d469fe4059da8cccf2427d135c48d820ce2eda5303d9a167c4c68d88caf3', true, '2026-11-21 05:44:31.003+00', NULL),
	('62d873de-fc20-828e-ae46-282891129672', 'carrier.manifest-reference', '{"en": "Manifest reference", "zh": "舱单核对"}', 'outbound', 'carrier', '01a1fca2-818d-7000-8008-6e9663f099d9', 1, 'I26112100000020003', NULL, NULL, 'application/xml', 'utf-8', 'manifest-reference.xml', 315, '125b1f68dd71ed7c9877ae2e0a1c5ed1d4a2f102cb629ceb8e4a3df828fdc417', true, '2026-11-21 05:44:30.892+00', '{"id": "bfd0eff4-e581-844d-a1ab-9537573c2f7c", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:30.999Z"}'),
	('02a43150-6e51-8ef4-a6c1-54baf14063ea', 'airport-station.pick-up-plan', '{"en": "Pick-up plan", "zh": "提货计划"}', 'outbound', 'airport-station', '01a1fca2-818d-7000-8008-6e9663f099d9', 1, 'I26112100000020004', NULL, NULL, 'application/json', 'utf-8', 'pickUpPlan.json', 278, 'd3168da0616d8b429c550a81669339bd715469d257b3e06d0b5b6b1e10bade47', true, '2026-11-21 05:44:30.892+00', '{"id": "0be393ec-eb5b-8214-a0ec-deb5c9a3a2b6", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:31.000Z"}'),
	('01a1fca2-82be-7000-8a9a-3260c9a858ca', 'border-inspection.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'border-inspection', '01a1fca2-818d-7000-8008-6e9663f099d9', NULL, NULL, '48aeb925-d978-8e1e-ad52-8acf50d708df', '{"en": "Conveyance report received", "zh": "已收到运输工具申报"}', 'application/xml', NULL, 'border-inspection-3.xml', 522, 'd0cd9ec655ce3b3b6d7dd4aebc1cec7b4ddbe2f102b9d999075b7bf5bad7c194', true, '2026-11-21 05:44:31.165+00', NULL),
	('01a1fca2-8331-7001-b125-0565799b717b', 'customs.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'customs', '01a1fca2-818d-7000-8008-6e9663f099d9', NULL, NULL, 'b23e8595-a010-849a-af52-7c180c4617b8', '{"en": "Accepted by the gateway", "zh": "申报成功"}', 'application/xml', NULL, 'Successed_I26112100000020001_20261121134431276.xml', 281, '979a7d9ec5de18d5bf92a788e43293d1b0c9a5a5faaa5008ef053d4080479620', true, '2026-11-21 05:44:31.281+00', NULL),
	('e689650c-1651-8ab7-ae1c-61081e11a87a', 'maritime.conveyance-report', '{"en": "Conveyance report to Maritime safety", "zh": "海事运输工具申报"}', 'outbound', 'maritime', '01a1fca2-8304-7000-bcd4-82590f20701d', 1, 'E26112100000030003', NULL, NULL, 'application/xml', 'utf-8', 'ConveyanceReport.xml', 738, '1fbd218ccb0412f5b2d462f9270b5d1f17a31ef2c3b9f308611bbbd6823ce52d', true, '2026-11-21 05:44:31.254+00', '{"id": "58da4109-fd75-8ff6-a74b-1e7e044406a1", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:31.314Z"}'),
	('4c24ebaf-0d73-80cd-acb3-6d11dee88b17', 'customs.goods-declaration', '{"en": "Goods declaration", "zh": "报关单"}', 'outbound', 'customs', '01a1fca2-8304-7000-bcd4-82590f20701d', 1, 'E26112100000030001', NULL, NULL, 'application/xml', 'utf-8', 'E26112100000030001.xml', 4674, 'd31d08b07d2d0afe0c0adfcdef1568c449c1fc04ef6e898eb8e8956b55864859', true, '2026-11-21 05:44:31.254+00', '{"id": "614e371c-92bf-8e97-a4d9-82c65957376c", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:31.317Z"}'),
	('01a1fca2-8422-7000-9fbe-449414d9fdba', 'border-inspection.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'border-inspection', '01a1fca2-8304-7000-bcd4-82590f20701d', NULL, NULL, '37a2436b-a463-8279-a563-c753be61dd70', '{"en": "Conveyance report received", "zh": "已收到运输工具申报"}', 'application/xml', NULL, 'border-inspection-5.xml', 522, 'ace4c9868d599d9c53bb150e8239d5377745072606a002f1287b90ea7e8fcd67', true, '2026-11-21 05:44:31.522+00', NULL),
	('8de0386e-389c-840d-a3bc-29d62775a2d6', 'carrier.manifest-reference', '{"en": "Manifest reference", "zh": "舱单核对"}', 'outbound', 'carrier', '01a1fca2-8304-7000-bcd4-82590f20701d', 1, 'E26112100000030004', NULL, NULL, 'application/xml', 'utf-8', 'manifest-reference.xml', 350, 'b4ba1294af5c1ef6012419fcdba5974d0007398deafc779605f5d7e2cfb81b2b', true, '2026-11-21 05:44:31.254+00', '{"id": "69f88edd-fab2-8ea3-ae0a-0be7b92cbfa3", "state": "delivered", "attempts": 1, "deliveredAt": "2026-11-21T05:44:31.328Z"}'),
	('01a1fca2-841b-7000-9c5f-823e0632c4b1', 'maritime.inbound', '{"en": "Received message", "zh": "来文"}', 'inbound', 'maritime', '01a1fca2-8304-7000-bcd4-82590f20701d', NULL, NULL, 'e689650c-1651-8ab7-ae1c-61081e11a87a', '{"en": "Conveyance report received", "zh": "已收到运输工具申报"}', 'application/xml', NULL, 'maritime-1.xml', 504, 'dfe59fdd145bb616e7a1ddd0a463fa8d116165e677e6e7dce70966b0a00943f2', true, '2026-11-21 05:44:31.515+00', NULL);

INSERT INTO enterprise.api_key VALUES
	('01a1fca2-7e6f-7000-b8c8-52b7db37f743', '01a1fca2-7d47-7001-b2a7-0259fb1bb047', 'simulator commerce', 'pk_dcde0b71', '2637da3976cb171b0e7f25fe3a87cfd726be2c6325684e9c2f517e475b9313d3', '{partner-system}', '2026-11-21 05:44:30.053+00', NULL, NULL, NULL),
	('01a1fca2-7e6f-7001-8051-d0abd0552bdb', '01a1fca2-7d49-7000-9a63-e3239c1959a7', 'simulator railway-yard', 'pk_034888b3', 'd1ab3b590bdc36a2c553ffc488e4cb713e43232f4557c7b9110f1f78766c902a', '{partner-system}', '2026-11-21 05:44:30.054+00', NULL, NULL, NULL),
	('01a1fca2-7e7a-7000-9a11-fa5d375b6bfa', '01a1fca2-7d4a-7000-bcfb-7411ae5441ee', 'simulator airport-station', 'pk_658e1779', 'f3c54e6de8d02938b85dcb5820935c277caf4d51ae541bd459c8b4dffa0e113a', '{partner-system}', '2026-11-21 05:44:30.063+00', NULL, NULL, NULL),
	('01a1fca2-7e7b-7000-8f77-87a550d6543b', '01a1fca2-7d47-7003-babd-b506896e7a40', 'simulator port-terminal', 'pk_f08da486', '110777fe83f26c38583050d56c1f34951d18b9d2f11d224c11f9c5d1ec6be1c5', '{partner-system}', '2026-11-21 05:44:30.067+00', NULL, NULL, NULL),
	('01a1fca2-7e6b-7000-93d3-64aac6aaaa12', '01a1fca2-7d46-7000-88bb-8c121e0d6cb2', 'simulator border-inspection', 'pk_4d6112ed', '61fb03774c02d07182a3ca86dfc873df370e0a966310776b35c8102377229902', '{partner-system}', '2026-11-21 05:44:30.049+00', NULL, '2026-11-21 05:44:30.763+00', NULL),
	('01a1fca2-7e63-7000-bd5f-c1faab4e8ee8', '01a1fca2-7d43-7000-a237-7ed3f959018a', 'simulator customs', 'pk_4308cf70', 'ded4e78b4b5b0089cfdb722fbbfd8138e54ac62cfac82b0216053e671b7385c3', '{partner-system}', '2026-11-21 05:44:30.033+00', NULL, '2026-11-21 05:44:30.915+00', NULL),
	('01a1fca2-7e6c-7000-8c00-e1038508bda7', '01a1fca2-7d42-7000-a6b5-f77b4b09ee7b', 'simulator carrier', 'pk_e37a992e', 'f135b0c2302b897249a54ee1533d7b57782b1ba872a4c718b7855488c23db94a', '{partner-system}', '2026-11-21 05:44:30.054+00', NULL, '2026-11-21 05:44:30.987+00', NULL),
	('01a1fca2-7e78-7000-a5e7-30365df46f70', '01a1fca2-7d46-7002-9757-7e880d5c007d', 'simulator maritime', 'pk_707d33b7', 'aaf6c05567e6a04d2299addf0fa8dd351d99e6eb9faee1a655317492b18d2364', '{partner-system}', '2026-11-21 05:44:30.058+00', NULL, '2026-11-21 05:44:31.511+00', NULL);

INSERT INTO enterprise.organisation VALUES
	('01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', 'Chongqing Shancheng Optoelectronics (demo)', 'trader', '91500103MA5UTRA017', '5003160A01', NULL, NULL, '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d3d-7000-867f-1de253f09bb6', '重庆两江汽车部件有限公司（演示）', 'Chongqing Liangjiang Auto Parts (demo)', 'trader', '91500112MA5UTRB021', '5003160A02', NULL, NULL, '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d41-7000-b6e4-1201fe99d644', '重庆渝通报关有限公司（演示）', 'Chongqing Yutong Customs Brokers (demo)', 'broker', '91500107MA5UBRK036', '5003980B01', NULL, NULL, '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d42-7000-a6b5-f77b4b09ee7b', '渝新欧班列运营公司（演示）', 'Rail carrier (demo)', 'carrier', '91500000MA5UCAR04C', NULL, NULL, 'carrier', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d43-7000-a237-7ed3f959018a', '海关（演示）', 'Customs (demo)', 'authority', NULL, NULL, 'customs', 'customs', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d46-7000-88bb-8c121e0d6cb2', '边检（演示）', 'Border inspection (demo)', 'authority', NULL, NULL, 'border-inspection', 'border-inspection', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d46-7002-9757-7e880d5c007d', '海事（演示）', 'Maritime safety (demo)', 'authority', NULL, NULL, 'maritime', 'maritime', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d47-7001-b2a7-0259fb1bb047', '商务（演示）', 'Commerce (demo)', 'authority', NULL, NULL, 'commerce', 'commerce', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d47-7003-babd-b506896e7a40', '果园港码头（演示）', 'Guoyuan terminal (demo)', 'operator', '91500105MA5UPRT07A', NULL, NULL, 'port-terminal', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d49-7000-9a63-e3239c1959a7', '团结村铁路场站（演示）', 'Tuanjiecun rail yard (demo)', 'operator', '91500107MA5URWY086', NULL, NULL, 'railway-yard', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d4a-7000-bcfb-7411ae5441ee', '江北机场货站（演示）', 'Jiangbei air cargo station (demo)', 'operator', '91500112MA5UAPT09H', NULL, NULL, 'airport-station', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d4b-7001-81b4-3b8b62011dbe', '口岸办（演示）', 'Port office (demo)', 'port-office', '11500000MB1UPXF108', NULL, NULL, NULL, '2026-11-21 05:44:29.708+00');

INSERT INTO enterprise.person VALUES
	('01a1fca2-7d3c-7000-a722-551b9f743c62', '01a1fca2-7d3a-7000-b1b3-7215758ec162', 'trader', '陈演示', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{declarant,enterprise-manager}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d3f-7000-97fe-f3e409e89e46', '01a1fca2-7d3d-7000-867f-1de253f09bb6', 'trader2', '李演示', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{declarant,enterprise-manager}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d41-7001-a5f7-0b884be3b982', '01a1fca2-7d41-7000-b6e4-1201fe99d644', 'broker', '王演示', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{declarant,enterprise-manager}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d42-7001-ab9d-9d668b398e48', '01a1fca2-7d42-7000-a6b5-f77b4b09ee7b', 'carrier', '周演示', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{carrier-clerk}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d45-7000-9b75-1d5d5dca85ec', '01a1fca2-7d43-7000-a237-7ed3f959018a', 'customs', '关员甲', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{officer}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d46-7001-a346-9ec28f280576', '01a1fca2-7d46-7000-88bb-8c121e0d6cb2', 'border', '警官乙', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{officer}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d47-7000-b50f-815e96c9b224', '01a1fca2-7d46-7002-9757-7e880d5c007d', 'maritime', '海事丙', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{officer}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d47-7002-8aca-bd4dd1099008', '01a1fca2-7d47-7001-b2a7-0259fb1bb047', 'commerce', '商务丁', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{officer}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d48-7000-9485-7ba4b2dc94ff', '01a1fca2-7d47-7003-babd-b506896e7a40', 'terminal', '闸口戊', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{gate-clerk}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d49-7001-b16f-48c36d81d616', '01a1fca2-7d49-7000-9a63-e3239c1959a7', 'railway', '货场己', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{gate-clerk}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d4b-7000-9755-e6ba4923f51a', '01a1fca2-7d4a-7000-bcfb-7411ae5441ee', 'airport', '货站庚', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{gate-clerk}', '2026-11-21 05:44:29.708+00'),
	('01a1fca2-7d4b-7002-b0ff-3863438f08a1', '01a1fca2-7d4b-7001-81b4-3b8b62011dbe', 'operator', '值班辛', '$argon2id$v=19$m=19456,t=2,p=1$0I/ICkpYwVOJlaOIv/2fQA$n6VyGs/HA5awrEQ26TnemFhkZGw2J2u5WswucR2LRH4', '{operator}', '2026-11-21 05:44:29.708+00');

INSERT INTO enterprise.session VALUES
	('967f5424adaaac8ec030112ef53e0c4749a1ed22058a8bba403760efe0b0c5cc', '01a1fca2-7d3c-7000-a722-551b9f743c62', '2026-11-21 05:44:30.153+00', '2026-11-21 17:44:30.153+00');

INSERT INTO exchange.attempt VALUES
	('c07eb38c-9737-8513-aa01-0235a15c6016', 1, '2026-11-21 05:44:30.577+00', 'delivered', 'HTTP 200', 32),
	('19167bc3-8d1e-8e95-a619-ff8e8bb1c679', 1, '2026-11-21 05:44:30.591+00', 'delivered', 'HTTP 200', 44),
	('3d07df00-7115-8648-a228-af48eb2418cb', 1, '2026-11-21 05:44:30.589+00', 'delivered', 'HTTP 200', 44),
	('d824d9ad-3ddc-88ef-a7ab-3a366a82479e', 1, '2026-11-21 05:44:30.63+00', 'delivered', 'HTTP 200', 48),
	('34201c22-a8fc-8f5b-ab4c-82f06061fa4e', 1, '2026-11-21 05:44:30.982+00', 'delivered', 'HTTP 200', 20),
	('b190cc9a-437c-82e8-acbd-acec034bd1be', 1, '2026-11-21 05:44:30.985+00', 'delivered', 'HTTP 200', 23),
	('bfd0eff4-e581-844d-a1ab-9537573c2f7c', 1, '2026-11-21 05:44:30.999+00', 'delivered', 'HTTP 200', 15),
	('0be393ec-eb5b-8214-a0ec-deb5c9a3a2b6', 1, '2026-11-21 05:44:31+00', 'delivered', 'HTTP 200', 30),
	('58da4109-fd75-8ff6-a74b-1e7e044406a1', 1, '2026-11-21 05:44:31.314+00', 'delivered', 'HTTP 200', 4),
	('614e371c-92bf-8e97-a4d9-82c65957376c', 1, '2026-11-21 05:44:31.317+00', 'delivered', 'HTTP 200', 7),
	('d05db6a8-5dbb-8fde-a7e5-43c784da6139', 1, '2026-11-21 05:44:31.32+00', 'delivered', 'HTTP 200', 7),
	('69f88edd-fab2-8ea3-ae0a-0be7b92cbfa3', 1, '2026-11-21 05:44:31.328+00', 'delivered', 'HTTP 200', 7);

INSERT INTO exchange.delivery OVERRIDING SYSTEM VALUE VALUES
	(2, 'c07eb38c-9737-8513-aa01-0235a15c6016', 'border-inspection', '7f9c3cda-b9ef-8288-ab5a-b9de666173d1', 'border-inspection.conveyance-report', '01a1fca2-7f4b-7000-8799-089599d68719', 'delivered', 1, '2026-11-21 05:44:30.443+00', NULL, '2026-11-21 05:44:30.443+00', '2026-11-21 05:44:30.577+00', 0, NULL),
	(3, '3d07df00-7115-8648-a228-af48eb2418cb', 'carrier', 'c77d116a-5e0f-8cd4-a7e8-cee375bf3c92', 'carrier.manifest-reference', '01a1fca2-7f4b-7000-8799-089599d68719', 'delivered', 1, '2026-11-21 05:44:30.443+00', NULL, '2026-11-21 05:44:30.443+00', '2026-11-21 05:44:30.589+00', 0, NULL),
	(4, '19167bc3-8d1e-8e95-a619-ff8e8bb1c679', 'railway-yard', 'fe3dab3f-694d-83a3-ad48-935f267fe5c1', 'railway-yard.pick-up-plan', '01a1fca2-7f4b-7000-8799-089599d68719', 'delivered', 1, '2026-11-21 05:44:30.443+00', NULL, '2026-11-21 05:44:30.443+00', '2026-11-21 05:44:30.591+00', 0, NULL),
	(1, 'd824d9ad-3ddc-88ef-a7ab-3a366a82479e', 'customs', 'feb5d264-b58d-893c-a748-3a3a068a9c8c', 'customs.goods-declaration', '01a1fca2-7f4b-7000-8799-089599d68719', 'delivered', 1, '2026-11-21 05:44:30.443+00', NULL, '2026-11-21 05:44:30.443+00', '2026-11-21 05:44:30.63+00', 0, NULL),
	(6, '34201c22-a8fc-8f5b-ab4c-82f06061fa4e', 'border-inspection', '48aeb925-d978-8e1e-ad52-8acf50d708df', 'border-inspection.conveyance-report', '01a1fca2-818d-7000-8008-6e9663f099d9', 'delivered', 1, '2026-11-21 05:44:30.892+00', NULL, '2026-11-21 05:44:30.892+00', '2026-11-21 05:44:30.982+00', 0, NULL),
	(5, 'b190cc9a-437c-82e8-acbd-acec034bd1be', 'customs', 'b23e8595-a010-849a-af52-7c180c4617b8', 'customs.goods-declaration', '01a1fca2-818d-7000-8008-6e9663f099d9', 'delivered', 1, '2026-11-21 05:44:30.892+00', NULL, '2026-11-21 05:44:30.892+00', '2026-11-21 05:44:30.985+00', 0, NULL),
	(7, 'bfd0eff4-e581-844d-a1ab-9537573c2f7c', 'carrier', '62d873de-fc20-828e-ae46-282891129672', 'carrier.manifest-reference', '01a1fca2-818d-7000-8008-6e9663f099d9', 'delivered', 1, '2026-11-21 05:44:30.892+00', NULL, '2026-11-21 05:44:30.892+00', '2026-11-21 05:44:30.999+00', 0, NULL),
	(8, '0be393ec-eb5b-8214-a0ec-deb5c9a3a2b6', 'airport-station', '02a43150-6e51-8ef4-a6c1-54baf14063ea', 'airport-station.pick-up-plan', '01a1fca2-818d-7000-8008-6e9663f099d9', 'delivered', 1, '2026-11-21 05:44:30.892+00', NULL, '2026-11-21 05:44:30.892+00', '2026-11-21 05:44:31+00', 0, NULL),
	(11, '58da4109-fd75-8ff6-a74b-1e7e044406a1', 'maritime', 'e689650c-1651-8ab7-ae1c-61081e11a87a', 'maritime.conveyance-report', '01a1fca2-8304-7000-bcd4-82590f20701d', 'delivered', 1, '2026-11-21 05:44:31.254+00', NULL, '2026-11-21 05:44:31.254+00', '2026-11-21 05:44:31.314+00', 0, NULL),
	(9, '614e371c-92bf-8e97-a4d9-82c65957376c', 'customs', '4c24ebaf-0d73-80cd-acb3-6d11dee88b17', 'customs.goods-declaration', '01a1fca2-8304-7000-bcd4-82590f20701d', 'delivered', 1, '2026-11-21 05:44:31.254+00', NULL, '2026-11-21 05:44:31.254+00', '2026-11-21 05:44:31.317+00', 0, NULL),
	(10, 'd05db6a8-5dbb-8fde-a7e5-43c784da6139', 'border-inspection', '37a2436b-a463-8279-a563-c753be61dd70', 'border-inspection.conveyance-report', '01a1fca2-8304-7000-bcd4-82590f20701d', 'delivered', 1, '2026-11-21 05:44:31.254+00', NULL, '2026-11-21 05:44:31.254+00', '2026-11-21 05:44:31.32+00', 0, NULL),
	(12, '69f88edd-fab2-8ea3-ae0a-0be7b92cbfa3', 'carrier', '8de0386e-389c-840d-a3bc-29d62775a2d6', 'carrier.manifest-reference', '01a1fca2-8304-7000-bcd4-82590f20701d', 'delivered', 1, '2026-11-21 05:44:31.254+00', NULL, '2026-11-21 05:44:31.254+00', '2026-11-21 05:44:31.328+00', 0, NULL);

INSERT INTO exchange.inbound OVERRIDING SYSTEM VALUE VALUES
	(1, '01a1fca2-812f-7000-8bcd-d76ebf47341d', 'border-inspection', '2026-11-21 05:44:30.766+00', '8f1356faebbdd93bacd982d1c48839b9ed7a456bfe665ca0290009541bcea1f4', 522, '{"from": "simulator border-inspection", "file-name": "border-inspection-1.xml", "content-type": "application/xml"}', 'interpreted', 'AuthorityNotice', 'BORDER-INSPECTION-PT2611210000001-1/179523987001/receipt', NULL, true),
	(2, '01a1fca2-81c7-7000-8471-5d1a2bf932e4', 'customs', '2026-11-21 05:44:30.919+00', '3518e34d91e5ef5d9616bbc0fa3f85926c883a636e1bea812e124012f55b0c44', 281, '{"from": "simulator customs", "file-name": "Successed_I26112100000010001_20261121134430909.xml", "content-type": "application/xml"}', 'interpreted', 'DecImportResponse', 'Successed_I26112100000010001_20261121134430909.xml', NULL, true),
	(3, '01a1fca2-821b-7000-a88d-5892fe9ca80a', 'carrier', '2026-11-21 05:44:31.003+00', '70c1d469fe4059da8cccf2427d135c48d820ce2eda5303d9a167c4c68d88caf3', 1092, '{"from": "simulator carrier", "file-name": "MT2101.xml", "content-type": "application/xml"}', 'interpreted', 'MT2101', 'SIM_1_RWKEPT-RAIL', NULL, true),
	(4, '01a1fca2-82be-7000-8a9a-3260c9a858ca', 'border-inspection', '2026-11-21 05:44:31.165+00', 'd0cd9ec655ce3b3b6d7dd4aebc1cec7b4ddbe2f102b9d999075b7bf5bad7c194', 522, '{"from": "simulator border-inspection", "file-name": "border-inspection-3.xml", "content-type": "application/xml"}', 'interpreted', 'AuthorityNotice', 'BORDER-INSPECTION-PT2611210000002-3/179523987003/receipt', NULL, true),
	(5, '01a1fca2-8331-7001-b125-0565799b717b', 'customs', '2026-11-21 05:44:31.281+00', '979a7d9ec5de18d5bf92a788e43293d1b0c9a5a5faaa5008ef053d4080479620', 281, '{"from": "simulator customs", "file-name": "Successed_I26112100000020001_20261121134431276.xml", "content-type": "application/xml"}', 'interpreted', 'DecImportResponse', 'Successed_I26112100000020001_20261121134431276.xml', NULL, true),
	(6, '01a1fca2-83a0-7000-aae6-77d592ca8b33', 'carrier', '2026-11-21 05:44:31.392+00', 'fd92ebdd54f6a3b4924feb9272865f29d9d56b64b0ef8230fbee117d6eb23d7e', 784, '{"from": "simulator carrier", "file-name": "MT2101.xml", "content-type": "application/xml"}', 'interpreted', 'MT2101', 'SIM_3_112-12345675', NULL, true),
	(7, '01a1fca2-841b-7000-9c5f-823e0632c4b1', 'maritime', '2026-11-21 05:44:31.515+00', 'dfe59fdd145bb616e7a1ddd0a463fa8d116165e677e6e7dce70966b0a00943f2', 504, '{"from": "simulator maritime", "file-name": "maritime-1.xml", "content-type": "application/xml"}', 'interpreted', 'AuthorityNotice', 'MARITIME-PT2611210000003-1/179523987101/receipt', NULL, true),
	(8, '01a1fca2-8422-7000-9fbe-449414d9fdba', 'border-inspection', '2026-11-21 05:44:31.522+00', 'ace4c9868d599d9c53bb150e8239d5377745072606a002f1287b90ea7e8fcd67', 522, '{"from": "simulator border-inspection", "file-name": "border-inspection-5.xml", "content-type": "application/xml"}', 'interpreted', 'AuthorityNotice', 'BORDER-INSPECTION-PT2611210000003-5/179523987105/receipt', NULL, true);

INSERT INTO exchange.interpreted VALUES
	('border-inspection', 'BORDER-INSPECTION-PT2611210000001-1/179523987001/receipt', '8f1356faebbdd93bacd982d1c48839b9ed7a456bfe665ca0290009541bcea1f4', '01a1fca2-812f-7000-8bcd-d76ebf47341d'),
	('customs', 'Successed_I26112100000010001_20261121134430909.xml', '3518e34d91e5ef5d9616bbc0fa3f85926c883a636e1bea812e124012f55b0c44', '01a1fca2-81c7-7000-8471-5d1a2bf932e4'),
	('carrier', 'SIM_1_RWKEPT-RAIL', '70c1d469fe4059da8cccf2427d135c48d820ce2eda5303d9a167c4c68d88caf3', '01a1fca2-821b-7000-a88d-5892fe9ca80a'),
	('border-inspection', 'BORDER-INSPECTION-PT2611210000002-3/179523987003/receipt', 'd0cd9ec655ce3b3b6d7dd4aebc1cec7b4ddbe2f102b9d999075b7bf5bad7c194', '01a1fca2-82be-7000-8a9a-3260c9a858ca'),
	('customs', 'Successed_I26112100000020001_20261121134431276.xml', '979a7d9ec5de18d5bf92a788e43293d1b0c9a5a5faaa5008ef053d4080479620', '01a1fca2-8331-7001-b125-0565799b717b'),
	('carrier', 'SIM_3_112-12345675', 'fd92ebdd54f6a3b4924feb9272865f29d9d56b64b0ef8230fbee117d6eb23d7e', '01a1fca2-83a0-7000-aae6-77d592ca8b33'),
	('maritime', 'MARITIME-PT2611210000003-1/179523987101/receipt', 'dfe59fdd145bb616e7a1ddd0a463fa8d116165e677e6e7dce70966b0a00943f2', '01a1fca2-841b-7000-9c5f-823e0632c4b1'),
	('border-inspection', 'BORDER-INSPECTION-PT2611210000003-5/179523987105/receipt', 'ace4c9868d599d9c53bb150e8239d5377745072606a002f1287b90ea7e8fcd67', '01a1fca2-8422-7000-9fbe-449414d9fdba');

INSERT INTO exchange.pointer VALUES
	('border-inspection', 'BORDER-INSPECTION-PT2611210000001-1', '01a1fca2-7f4b-7000-8799-089599d68719', '7f9c3cda-b9ef-8288-ab5a-b9de666173d1'),
	('customs', 'I20268261000000001', '01a1fca2-7f4b-7000-8799-089599d68719', 'feb5d264-b58d-893c-a748-3a3a068a9c8c'),
	('border-inspection', 'BORDER-INSPECTION-PT2611210000002-3', '01a1fca2-818d-7000-8008-6e9663f099d9', '48aeb925-d978-8e1e-ad52-8acf50d708df'),
	('customs', 'I20268261000000006', '01a1fca2-818d-7000-8008-6e9663f099d9', 'b23e8595-a010-849a-af52-7c180c4617b8'),
	('maritime', 'MARITIME-PT2611210000003-1', '01a1fca2-8304-7000-bcd4-82590f20701d', 'e689650c-1651-8ab7-ae1c-61081e11a87a'),
	('border-inspection', 'BORDER-INSPECTION-PT2611210000003-5', '01a1fca2-8304-7000-bcd4-82590f20701d', '37a2436b-a463-8279-a563-c753be61dd70');

INSERT INTO reference.code_list VALUES
	('direction', '进出口', 'Direction'),
	('transport-mode', '运输方式', 'Transport mode'),
	('trade-terms', '成交方式', 'Trade terms'),
	('fee-mark', '费用标记', 'Fee mark'),
	('duty-mode', '征免方式', 'Duty mode'),
	('entry-type', '报关单类型', 'Entry type'),
	('declaration-type', '单据类型', 'Declaration type'),
	('declaration-mark', '报关标志', 'Declaration mark'),
	('transit-relation', '转关关系', 'Transit relation'),
	('operation-type', '操作类型', 'Operation type'),
	('attachment-format', '随附单据格式', 'Attachment format'),
	('correlation-reason', '关联理由', 'Reason of relation'),
	('purpose', '用途', 'Purpose'),
	('goods-attribute', '货物属性', 'Goods attribute'),
	('currency', '币制', 'Currency'),
	('supervision-mode', '监管方式', 'Supervision mode'),
	('levy-nature', '征免性质', 'Nature of levy'),
	('package-kind', '包装种类', 'Kind of packages'),
	('container-spec', '集装箱规格', 'Container kind'),
	('origin-region', '原产地区', 'Region of origin'),
	('dangerous-class', '危险货物类别', 'Dangerous goods class'),
	('dangerous-number', '危险货物编号（常见）', 'Dangerous goods number, usual ones'),
	('country', '国别（地区）', 'Country'),
	('unit', '计量单位', 'Unit'),
	('customs-district', '关区', 'Customs district'),
	('entry-exit-port', '口岸', 'Port of entry or exit'),
	('domestic-district', '境内地区', 'Domestic district'),
	('port', '港口', 'Port'),
	('unlocode', '联合国贸易和运输地点代码', 'UN/LOCODE'),
	('admin-division', '行政区划', 'Administrative division'),
	('station', '提货场站', 'Station'),
	('supervision-document', '监管证件', 'Supervision document'),
	('licence-kind', '许可证类别', 'Licence kind'),
	('enterprise-qualification', '企业资质', 'Enterprise qualification'),
	('attachment-kind', '随附单据类别', 'Attachment kind'),
	('dangerous-package', '危包规格', 'Dangerous goods package'),
	('certificate-kind', '申请单证', 'Certificate requested'),
	('tariff', '税则', 'Tariff');

INSERT INTO reference.edition OVERRIDING SYSTEM VALUE VALUES
	(1, 'direction', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'ba5629257bd2f6b09cb0f071ffbc5258ea698a1c9ed7fc9dfac233a4aa3929da', '2026-11-21 05:44:29.477971+00'),
	(2, 'transport-mode', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'b0f0c637c9734c8526be4a7f5f4dd1daea10174b42324a2ba5214857bdaf5800', '2026-11-21 05:44:29.477971+00'),
	(3, 'trade-terms', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '53f05908bdc00b2e71fab71eb52bd09e1744b4ae018a11ac8ce634622297cb6d', '2026-11-21 05:44:29.477971+00'),
	(4, 'fee-mark', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '64aa0106487785c1c41ce7e5ad49ab4e258ea05621ab40f1346113cf4520670c', '2026-11-21 05:44:29.477971+00'),
	(5, 'duty-mode', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '1076d449409c0a3816f7faaaf17f156f7c61ae675458ea846621eee5c0caa2b2', '2026-11-21 05:44:29.477971+00'),
	(6, 'entry-type', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'bcbe20e178ce54ba798431e8abd2ded2b2ffed69455072eef575146b65d8e0e2', '2026-11-21 05:44:29.477971+00'),
	(7, 'declaration-type', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '09de09ce6e1fd43a373f47e72c81113692f2c394352ae53a29f5ee0c89ec24e0', '2026-11-21 05:44:29.477971+00'),
	(8, 'declaration-mark', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '8db42dae47d13bad65dbb5145295c27bdd70d90f45046369d1e3831ed1e2deed', '2026-11-21 05:44:29.477971+00'),
	(9, 'transit-relation', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '01fab139270971e7b131fd08d0f912991f89f1e34c6a8b21fb39a4bf1b9df314', '2026-11-21 05:44:29.477971+00'),
	(10, 'operation-type', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'e6b8a6ddf52f11fd9ab81b069c1264c1420cb8f8d06ca2b33ff9e4774c7d51d1', '2026-11-21 05:44:29.477971+00'),
	(11, 'attachment-format', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '6dc4dbece9c57dc7c5c6b60a3722cb8e333ee4e5f5c2d6f8e0d45ad70954d8d4', '2026-11-21 05:44:29.477971+00'),
	(12, 'correlation-reason', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'd003f938ab3f534ed6b30ffb84cddef768378fc702071e4d7241e51a47b5becb', '2026-11-21 05:44:29.477971+00'),
	(13, 'purpose', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'fab5d3000442a410fe8df85e786d1a1246ba688ed1fb1d4ee476a203ed51e555', '2026-11-21 05:44:29.477971+00'),
	(14, 'goods-attribute', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '98cc2a9a6674ab6c18dec75f2ac6058f3c7752a25da06c98d12a6266e5061a1f', '2026-11-21 05:44:29.477971+00'),
	(15, 'currency', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '3866df9446338fb2859ca5d25f3002d7a193a0bab2d4177dea1e718a57a02c25', '2026-11-21 05:44:29.477971+00'),
	(16, 'supervision-mode', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '5fae225e3960472c9606a8567040fe754c54add8dc9d62d311695d0f446522c0', '2026-11-21 05:44:29.477971+00'),
	(17, 'levy-nature', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'a6b1a3b01e2676a40b3c27f5b9f768c84929c74f7df774370cb2044f1dfa88d4', '2026-11-21 05:44:29.477971+00'),
	(18, 'package-kind', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'f0c2562c2030c4d4063bcbb6c74057e0ff77141025917367eef02f0d209a45d8', '2026-11-21 05:44:29.477971+00'),
	(19, 'container-spec', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'a5dc18d22a9db62b69cf791efd611b771db22fa8360098cddaa3d0f9bf425f86', '2026-11-21 05:44:29.477971+00'),
	(20, 'origin-region', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '09f1b7db7795df0530cf0705adfe29ee44afaaae0259e77162f89401938b63c4', '2026-11-21 05:44:29.477971+00'),
	(21, 'dangerous-class', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'b7e28122f3caf5dfc8a4ddf20ffe1ece14a9937cd7bb4c4e206d6f54e4a8cab1', '2026-11-21 05:44:29.477971+00'),
	(22, 'dangerous-number', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'ddfdf2bcbb0dc183b51f8e9188ef9ae589a070068387d958de86cfbe44175bb8', '2026-11-21 05:44:29.477971+00'),
	(23, 'country', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'dd73900c509a5a94c15af11f5ad2caf02c3134e555834fb1287bac47b1bad536', '2026-11-21 05:44:29.477971+00'),
	(24, 'unit', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '998e6a65c60ef88b20498007101cfda5f88853bd021ab23ddc773ce11827be5a', '2026-11-21 05:44:29.477971+00'),
	(25, 'customs-district', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '8d182cee6f5922fc19c332ccf6a6aeeaeb556ad9353ec88ee981ca12898e83c8', '2026-11-21 05:44:29.477971+00'),
	(26, 'entry-exit-port', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '2f93b8a96a850cf29c8a8a6a57a47647415937483bd396b8d0c9a7a94e13159e', '2026-11-21 05:44:29.477971+00'),
	(27, 'domestic-district', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '06e10d6db0668c1e910ed7f8538115467749998d9d6bad4783530dc900eb1c2e', '2026-11-21 05:44:29.477971+00'),
	(28, 'port', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '00c64be4f1a803d3163cb30bdbd9f1d2a2d20217f4cb05beeee3bb586111ef17', '2026-11-21 05:44:29.477971+00'),
	(29, 'unlocode', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'f563993d2b5b1a7c1d02d037e1ee991c657bc97ca9cb8b95c9a403a05716bd16', '2026-11-21 05:44:29.477971+00'),
	(30, 'admin-division', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'd3117d38ef9080850aff49291e5b8a2a65e876767146528ef4859109206e6e0c', '2026-11-21 05:44:29.477971+00'),
	(31, 'station', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', '916bbc37fb046e95519b3ae7129d1c59024e1dbaca2b9e0df6f36b60a9b1a12e', '2026-11-21 05:44:29.477971+00'),
	(32, 'supervision-document', 'built-in 2026-11', 'Portico built-in', false, true, '2019-01-01', 'd52ac218b1fcf3ea83b910adaef3ec8876a6095c2a3e283071f6a7abd296b8f4', '2026-11-21 05:44:29.477971+00'),
	(33, 'licence-kind', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '1731bd30a37fa5c8a3d977403566a8888186c3d9a71674d973c88d5a1d8e877f', '2026-11-21 05:44:29.477971+00'),
	(34, 'enterprise-qualification', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'c3b98446c0f97bf96dc13fb4d92c19b447642bb2ec6cf179d4d65812d2090aa0', '2026-11-21 05:44:29.477971+00'),
	(35, 'attachment-kind', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '611229f2b3164b293632b89abebe8d793a3909a48c814665d4112f0ede8d9454', '2026-11-21 05:44:29.477971+00'),
	(36, 'dangerous-package', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '75b85b094fb532de7fd19470535a558629955c4fd20a9090b3078b615cdbdac9', '2026-11-21 05:44:29.477971+00'),
	(37, 'certificate-kind', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', '3f0d30af402ac196d8ec5d445fcbebc6a722ce2953c3cf33d5c98cdc314ff7ca', '2026-11-21 05:44:29.477971+00'),
	(38, 'tariff', 'built-in 2026-11', 'Portico built-in', false, false, '2019-01-01', 'e97b66e5f750fd840919f56c2f533295601fdbef49bfc4b4c7be1c7fe2cdf0e2', '2026-11-21 05:44:29.477971+00');

INSERT INTO reference.entry VALUES
	('direction', 'import', '2019-01-01', NULL, 1, '{"name": {"en": "Import", "zh": "进口"}}', 'jk'),
	('direction', 'export', '2019-01-01', NULL, 1, '{"name": {"en": "Export", "zh": "出口"}}', 'ck'),
	('transport-mode', '0', '2019-01-01', NULL, 2, '{"name": {"en": "Non-bonded area", "zh": "非保税区"}}', 'fbsq'),
	('transport-mode', '1', '2019-01-01', NULL, 2, '{"name": {"en": "Supervised warehouse", "zh": "监管仓库"}}', 'jgck'),
	('transport-mode', '2', '2019-01-01', NULL, 2, '{"name": {"en": "Water", "zh": "水路运输"}}', 'slys'),
	('transport-mode', '3', '2019-01-01', NULL, 2, '{"name": {"en": "Rail", "zh": "铁路运输"}}', 'tlys'),
	('transport-mode', '4', '2019-01-01', NULL, 2, '{"name": {"en": "Road", "zh": "公路运输"}}', 'glys'),
	('transport-mode', '5', '2019-01-01', NULL, 2, '{"name": {"en": "Air", "zh": "航空运输"}}', 'hkys'),
	('transport-mode', '6', '2019-01-01', NULL, 2, '{"name": {"en": "Mail", "zh": "邮件运输"}}', 'yjys'),
	('transport-mode', '7', '2019-01-01', NULL, 2, '{"name": {"en": "Bonded area", "zh": "保税区"}}', 'bsq'),
	('transport-mode', '8', '2019-01-01', NULL, 2, '{"name": {"en": "Bonded warehouse", "zh": "保税仓库"}}', 'bsck'),
	('transport-mode', '9', '2019-01-01', NULL, 2, '{"name": {"en": "Other", "zh": "其他方式运输"}}', 'qsfsys'),
	('transport-mode', 'G', '2019-01-01', NULL, 2, '{"name": {"en": "Fixed installation", "zh": "固定设施运输"}}', 'gdssys'),
	('transport-mode', 'H', '2019-01-01', NULL, 2, '{"name": {"en": "Border special zone", "zh": "边境特殊海关作业区"}}', 'bjtshgzyq'),
	('transport-mode', 'L', '2019-01-01', NULL, 2, '{"name": {"en": "Carried by passengers", "zh": "旅客携带"}}', 'lkxd'),
	('transport-mode', 'T', '2019-01-01', NULL, 2, '{"name": {"en": "Comprehensive pilot zone", "zh": "综合实验区"}}', 'zhsyq'),
	('transport-mode', 'W', '2019-01-01', NULL, 2, '{"name": {"en": "Logistics centre", "zh": "物流中心"}}', 'wlzx'),
	('transport-mode', 'X', '2019-01-01', NULL, 2, '{"name": {"en": "Logistics park", "zh": "物流园区"}}', 'wlyq'),
	('transport-mode', 'Y', '2019-01-01', NULL, 2, '{"name": {"en": "Bonded port", "zh": "保税港区"}}', 'bsgq'),
	('transport-mode', 'Z', '2019-01-01', NULL, 2, '{"name": {"en": "Export processing zone", "zh": "出口加工区"}}', 'ckjgq'),
	('trade-terms', '1', '2019-01-01', NULL, 3, '{"name": {"en": "CIF", "zh": "CIF"}}', 'cif'),
	('trade-terms', '2', '2019-01-01', NULL, 3, '{"name": {"en": "C&F", "zh": "C&F"}}', 'cf'),
	('trade-terms', '3', '2019-01-01', NULL, 3, '{"name": {"en": "FOB", "zh": "FOB"}}', 'fob'),
	('trade-terms', '4', '2019-01-01', NULL, 3, '{"name": {"en": "C&I", "zh": "C&I"}}', 'ci'),
	('trade-terms', '5', '2019-01-01', NULL, 3, '{"name": {"en": "Market price", "zh": "市场价"}}', 'scj'),
	('trade-terms', '6', '2019-01-01', NULL, 3, '{"name": {"en": "Dunnage", "zh": "垫仓"}}', 'dc'),
	('trade-terms', '7', '2019-01-01', NULL, 3, '{"name": {"en": "EXW", "zh": "EXW"}}', 'exw'),
	('fee-mark', '1', '2019-01-01', NULL, 4, '{"name": {"en": "Rate", "zh": "率"}}', 'l'),
	('fee-mark', '2', '2019-01-01', NULL, 4, '{"name": {"en": "Per unit", "zh": "单价"}}', 'dj'),
	('fee-mark', '3', '2019-01-01', NULL, 4, '{"name": {"en": "Total", "zh": "总价"}}', 'zj'),
	('duty-mode', '1', '2019-01-01', NULL, 5, '{"name": {"en": "Full duty", "zh": "照章征税"}}', 'zzzs'),
	('duty-mode', '2', '2019-01-01', NULL, 5, '{"name": {"en": "Half duty", "zh": "折半征税"}}', 'zbzs'),
	('duty-mode', '3', '2019-01-01', NULL, 5, '{"name": {"en": "Exempt", "zh": "全免"}}', 'qm'),
	('duty-mode', '4', '2019-01-01', NULL, 5, '{"name": {"en": "Special case", "zh": "特案"}}', 'ta'),
	('duty-mode', '5', '2019-01-01', NULL, 5, '{"name": {"en": "By nature of levy", "zh": "随征免性质"}}', 'szmxz'),
	('duty-mode', '6', '2019-01-01', NULL, 5, '{"name": {"en": "Deposit", "zh": "保证金"}}', 'bzj'),
	('duty-mode', '7', '2019-01-01', NULL, 5, '{"name": {"en": "Letter of guarantee", "zh": "保函"}}', 'bh'),
	('duty-mode', '8', '2019-01-01', NULL, 5, '{"name": {"en": "Half, made up", "zh": "折半补税"}}', 'zbbs'),
	('duty-mode', '9', '2019-01-01', NULL, 5, '{"name": {"en": "Full refund", "zh": "全额退税"}}', 'qets'),
	('entry-type', '0', '2019-01-01', NULL, 6, '{"name": {"en": "Ordinary", "zh": "普通报关单"}}', 'ptbgd'),
	('entry-type', 'L', '2019-01-01', NULL, 6, '{"name": {"en": "With list", "zh": "带清单"}}', 'dqd'),
	('entry-type', 'W', '2019-01-01', NULL, 6, '{"name": {"en": "Paperless", "zh": "无纸报关"}}', 'wzbg'),
	('entry-type', 'D', '2019-01-01', NULL, 6, '{"name": {"en": "List and paperless", "zh": "清单且无纸"}}', 'qdqwz'),
	('entry-type', 'M', '2019-01-01', NULL, 6, '{"name": {"en": "Paperless clearance", "zh": "无纸化通关"}}', 'wzhtg'),
	('declaration-type', 'Z', '2019-01-01', NULL, 7, '{"name": {"en": "Ordinary", "zh": "普通报关单"}}', 'ptbgd'),
	('declaration-type', 'ML', '2019-01-01', NULL, 7, '{"name": {"en": "Bonded area list", "zh": "保税区进出境备案清单"}}', 'bsqjcjbaqd'),
	('declaration-type', 'SD', '2019-01-01', NULL, 7, '{"name": {"en": "Declared inland, checked at the port", "zh": "属地申报口岸验放"}}', 'sdsbkayf'),
	('declaration-type', 'SS', '2019-01-01', NULL, 7, '{"name": {"en": "Declared and checked inland", "zh": "属地申报属地验放"}}', 'sdsbsdyf'),
	('declaration-type', 'LY', '2019-01-01', NULL, 7, '{"name": {"en": "Two lists, one review", "zh": "两单一审备案清单"}}', 'ldysbaqd'),
	('declaration-type', 'CL', '2019-01-01', NULL, 7, '{"name": {"en": "Summary tax", "zh": "汇总征税"}}', 'hzzs'),
	('declaration-type', 'SW', '2019-01-01', NULL, 7, '{"name": {"en": "Paperless tax bill", "zh": "税单无纸化"}}', 'sdwzh'),
	('declaration-type', 'SZ', '2019-01-01', NULL, 7, '{"name": {"en": "Water transhipment", "zh": "水运中转普通报关单"}}', 'syzzptbgd'),
	('declaration-type', 'MT', '2019-01-01', NULL, 7, '{"name": {"en": "TIR transport", "zh": "TIR 运输"}}', 'tirys'),
	('declaration-type', 'MU', '2019-01-01', NULL, 7, '{"name": {"en": "Multimodal", "zh": "多式联运"}}', 'dsly'),
	('declaration-type', 'TT', '2019-01-01', NULL, 7, '{"name": {"en": "Tax period", "zh": "纳税期限"}}', 'nsqx'),
	('declaration-type', 'IT', '2019-01-01', NULL, 7, '{"name": {"en": "Tax by instalments", "zh": "分期纳税"}}', 'fqns'),
	('declaration-type', 'EX', '2019-01-01', NULL, 7, '{"name": {"en": "Low value express", "zh": "低值快速货物"}}', 'dzkshw'),
	('declaration-mark', '1', '2019-01-01', NULL, 8, '{"name": {"en": "Ordinary", "zh": "普通报关"}}', 'ptbg'),
	('declaration-mark', '3', '2019-01-01', NULL, 8, '{"name": {"en": "Northern transit, in advance", "zh": "北方转关提前"}}', 'bfzgtq'),
	('declaration-mark', '5', '2019-01-01', NULL, 8, '{"name": {"en": "Southern transit, in advance", "zh": "南方转关提前"}}', 'nfzgtq'),
	('declaration-mark', '6', '2019-01-01', NULL, 8, '{"name": {"en": "Southern, direct", "zh": "南方直转"}}', 'nfzz'),
	('transit-relation', '0', '2019-01-01', NULL, 9, '{"name": {"en": "Ordinary", "zh": "一般报关单"}}', 'ybbgd'),
	('transit-relation', '1', '2019-01-01', NULL, 9, '{"name": {"en": "Transit, in advance", "zh": "转关提前报关单"}}', 'zgtqbgd'),
	('operation-type', 'A', '2019-01-01', NULL, 10, '{"name": {"en": "Upload", "zh": "报关单上载"}}', 'bgdsz'),
	('operation-type', 'B', '2019-01-01', NULL, 10, '{"name": {"en": "Upload with transit", "zh": "报关单、转关单上载"}}', 'bgdzgdsz'),
	('operation-type', 'C', '2019-01-01', NULL, 10, '{"name": {"en": "Declare", "zh": "报关单申报"}}', 'bgdsb'),
	('operation-type', 'D', '2019-01-01', NULL, 10, '{"name": {"en": "Declare with transit", "zh": "报关单、转关单申报"}}', 'bgdzgdsb'),
	('operation-type', 'E', '2019-01-01', NULL, 10, '{"name": {"en": "Upload, electronic handbook", "zh": "电子手册报关单上载"}}', 'dzscbgdsz'),
	('operation-type', 'G', '2019-01-01', NULL, 10, '{"name": {"en": "Keep as draft", "zh": "报关单暂存"}}', 'bgdzc'),
	('attachment-format', 'S', '2019-01-01', NULL, 11, '{"name": {"en": "Structured", "zh": "结构化"}}', 'jgh'),
	('attachment-format', 'US', '2019-01-01', NULL, 11, '{"name": {"en": "Unstructured", "zh": "非结构化"}}', 'fjgh'),
	('correlation-reason', '1', '2019-01-01', NULL, 12, '{"name": {"en": "Clearance form expired", "zh": "通关单超过有效期"}}', 'tgdcgyxq'),
	('correlation-reason', '2', '2019-01-01', NULL, 12, '{"name": {"en": "Exchange certificate expired", "zh": "换证凭单/条超过有效期"}}', 'hzpdtcgyxq'),
	('correlation-reason', '3', '2019-01-01', NULL, 12, '{"name": {"en": "Imported, exported again", "zh": "进口复出口"}}', 'jkfck'),
	('correlation-reason', '4', '2019-01-01', NULL, 12, '{"name": {"en": "Exported, imported again", "zh": "出口复进口"}}', 'ckfjk'),
	('correlation-reason', '5', '2019-01-01', NULL, 12, '{"name": {"en": "Pre-inspection for export", "zh": "出境预检"}}', 'cjyj'),
	('correlation-reason', '6', '2019-01-01', NULL, 12, '{"name": {"en": "Certificate exchanged", "zh": "登检换证"}}', 'djhz'),
	('correlation-reason', '7', '2019-01-01', NULL, 12, '{"name": {"en": "Consolidated with another lot", "zh": "与其它报检批拼箱"}}', 'yqtbjppx'),
	('correlation-reason', '8', '2019-01-01', NULL, 12, '{"name": {"en": "Out of bond", "zh": "保税出库"}}', 'bsck'),
	('correlation-reason', '9', '2019-01-01', NULL, 12, '{"name": {"en": "Vehicle certificate exchanged", "zh": "进口车辆换证"}}', 'jkclhz'),
	('purpose', '11', '2019-01-01', NULL, 13, '{"name": {"en": "Seed or breeding", "zh": "种用或繁殖"}}', 'zyhfz'),
	('purpose', '12', '2019-01-01', NULL, 13, '{"name": {"en": "Food", "zh": "食用"}}', 'sy'),
	('purpose', '13', '2019-01-01', NULL, 13, '{"name": {"en": "Milk", "zh": "奶用"}}', 'ny'),
	('purpose', '14', '2019-01-01', NULL, 13, '{"name": {"en": "Show", "zh": "观赏或演艺"}}', 'gshyy'),
	('purpose', '15', '2019-01-01', NULL, 13, '{"name": {"en": "Companion", "zh": "伴侣"}}', 'bl'),
	('purpose', '16', '2019-01-01', NULL, 13, '{"name": {"en": "Experiment", "zh": "实验"}}', 'sy'),
	('purpose', '17', '2019-01-01', NULL, 13, '{"name": {"en": "Medicine", "zh": "药用"}}', 'yy'),
	('purpose', '18', '2019-01-01', NULL, 13, '{"name": {"en": "Feed", "zh": "饲用"}}', 'sy'),
	('purpose', '19', '2019-01-01', NULL, 13, '{"name": {"en": "Food packaging", "zh": "食品包装材料"}}', 'spbzcl'),
	('purpose', '20', '2019-01-01', NULL, 13, '{"name": {"en": "Food machinery", "zh": "食品加工设备"}}', 'spjgsb'),
	('purpose', '21', '2019-01-01', NULL, 13, '{"name": {"en": "Food additive", "zh": "食品添加剂"}}', 'sptjj'),
	('purpose', '22', '2019-01-01', NULL, 13, '{"name": {"en": "Growing medium", "zh": "介质土"}}', 'jzt'),
	('purpose', '23', '2019-01-01', NULL, 13, '{"name": {"en": "Food container", "zh": "食品容器"}}', 'spsq'),
	('purpose', '24', '2019-01-01', NULL, 13, '{"name": {"en": "Food detergent", "zh": "食品洗涤剂"}}', 'spxdj'),
	('purpose', '25', '2019-01-01', NULL, 13, '{"name": {"en": "Food disinfectant", "zh": "食品消毒剂"}}', 'spxdj'),
	('purpose', '26', '2019-01-01', NULL, 13, '{"name": {"en": "Industry only", "zh": "仅工业用途"}}', 'jgyyt'),
	('purpose', '27', '2019-01-01', NULL, 13, '{"name": {"en": "Cosmetics", "zh": "化妆品"}}', 'hzp'),
	('purpose', '28', '2019-01-01', NULL, 13, '{"name": {"en": "Cosmetics raw material", "zh": "化妆品原料"}}', 'hzpyl'),
	('purpose', '29', '2019-01-01', NULL, 13, '{"name": {"en": "Fertiliser", "zh": "肥料"}}', 'fl'),
	('purpose', '30', '2019-01-01', NULL, 13, '{"name": {"en": "Health product", "zh": "保健品"}}', 'bjp'),
	('purpose', '31', '2019-01-01', NULL, 13, '{"name": {"en": "Therapy, prevention, diagnosis", "zh": "治疗、预防、诊断"}}', 'zlyfzd'),
	('purpose', '32', '2019-01-01', NULL, 13, '{"name": {"en": "Research", "zh": "科研"}}', 'ky'),
	('purpose', '33', '2019-01-01', NULL, 13, '{"name": {"en": "Exhibition", "zh": "展览展示"}}', 'zlzs'),
	('purpose', '99', '2019-01-01', NULL, 13, '{"name": {"en": "Other", "zh": "其他"}}', 'qs'),
	('goods-attribute', '11', '2019-01-01', NULL, 14, '{"name": {"en": "Within the CCC catalogue", "zh": "3C目录内"}}', '3cmln'),
	('goods-attribute', '12', '2019-01-01', NULL, 14, '{"name": {"en": "Outside the CCC catalogue", "zh": "3C目录外"}}', '3cmlw'),
	('goods-attribute', '13', '2019-01-01', NULL, 14, '{"name": {"en": "CCC not needed", "zh": "无需办理3C认证"}}', 'wxbl3crz'),
	('goods-attribute', '14', '2019-01-01', NULL, 14, '{"name": {"en": "Prepacked", "zh": "预包装"}}', 'ybz'),
	('goods-attribute', '15', '2019-01-01', NULL, 14, '{"name": {"en": "Not prepacked", "zh": "非预包装"}}', 'fybz'),
	('goods-attribute', '16', '2019-01-01', NULL, 14, '{"name": {"en": "Genetically modified", "zh": "转基因产品"}}', 'zjycp'),
	('goods-attribute', '17', '2019-01-01', NULL, 14, '{"name": {"en": "Not genetically modified", "zh": "非转基因产品"}}', 'fzjycp'),
	('goods-attribute', '18', '2019-01-01', NULL, 14, '{"name": {"en": "First import or export", "zh": "首次进出口"}}', 'scjck'),
	('goods-attribute', '19', '2019-01-01', NULL, 14, '{"name": {"en": "Ordinary", "zh": "正常"}}', 'zc'),
	('goods-attribute', '20', '2019-01-01', NULL, 14, '{"name": {"en": "Waste", "zh": "废品"}}', 'fp'),
	('goods-attribute', '21', '2019-01-01', NULL, 14, '{"name": {"en": "Used", "zh": "旧品"}}', 'jp'),
	('goods-attribute', '22', '2019-01-01', NULL, 14, '{"name": {"en": "Complete plant", "zh": "成套设备"}}', 'ctsb'),
	('goods-attribute', '23', '2019-01-01', NULL, 14, '{"name": {"en": "Timber with bark", "zh": "带皮木材/板材"}}', 'dpmcbc'),
	('goods-attribute', '24', '2019-01-01', NULL, 14, '{"name": {"en": "Timber without bark", "zh": "不带皮木材/板材"}}', 'bdpmcbc'),
	('goods-attribute', '25', '2019-01-01', NULL, 14, '{"name": {"en": "Special article, class A", "zh": "A级特殊物品"}}', 'ajtswp'),
	('goods-attribute', '26', '2019-01-01', NULL, 14, '{"name": {"en": "Special article, class B", "zh": "B级特殊物品"}}', 'bjtswp'),
	('goods-attribute', '27', '2019-01-01', NULL, 14, '{"name": {"en": "Special article, class C", "zh": "C级特殊物品"}}', 'cjtswp'),
	('goods-attribute', '28', '2019-01-01', NULL, 14, '{"name": {"en": "Special article, class D", "zh": "D级特殊物品"}}', 'djtswp'),
	('goods-attribute', '29', '2019-01-01', NULL, 14, '{"name": {"en": "V/W, not special", "zh": "V/W非特殊物品"}}', 'vwftswp'),
	('goods-attribute', '30', '2019-01-01', NULL, 14, '{"name": {"en": "Market purchase", "zh": "市场采购"}}', 'sccg'),
	('currency', 'CNY', '2019-01-01', NULL, 15, '{"name": {"en": "Yuan renminbi", "zh": "人民币"}}', 'rmb'),
	('currency', 'USD', '2019-01-01', NULL, 15, '{"name": {"en": "US dollar", "zh": "美元"}}', 'my'),
	('currency', 'EUR', '2019-01-01', NULL, 15, '{"name": {"en": "Euro", "zh": "欧元"}}', 'oy'),
	('currency', 'JPY', '2019-01-01', NULL, 15, '{"name": {"en": "Yen", "zh": "日元"}}', 'sy'),
	('currency', 'HKD', '2019-01-01', NULL, 15, '{"name": {"en": "Hong Kong dollar", "zh": "港币"}}', 'gb'),
	('currency', 'GBP', '2019-01-01', NULL, 15, '{"name": {"en": "Pound sterling", "zh": "英镑"}}', 'yb'),
	('currency', 'SGD', '2019-01-01', NULL, 15, '{"name": {"en": "Singapore dollar", "zh": "新加坡元"}}', 'xjpy'),
	('currency', 'AUD', '2019-01-01', NULL, 15, '{"name": {"en": "Australian dollar", "zh": "澳大利亚元"}}', 'adlyy'),
	('currency', 'CAD', '2019-01-01', NULL, 15, '{"name": {"en": "Canadian dollar", "zh": "加拿大元"}}', 'jndy'),
	('currency', 'CHF', '2019-01-01', NULL, 15, '{"name": {"en": "Swiss franc", "zh": "瑞士法郎"}}', 'ssfl'),
	('currency', 'DKK', '2019-01-01', NULL, 15, '{"name": {"en": "Danish krone", "zh": "丹麦克朗"}}', 'dmkl'),
	('currency', 'IDR', '2019-01-01', NULL, 15, '{"name": {"en": "Rupiah", "zh": "印度尼西亚卢比"}}', 'ydnxylb'),
	('currency', 'KRW', '2019-01-01', NULL, 15, '{"name": {"en": "Won", "zh": "韩元"}}', 'hy'),
	('currency', 'MOP', '2019-01-01', NULL, 15, '{"name": {"en": "Pataca", "zh": "澳门元"}}', 'amy'),
	('currency', 'MYR', '2019-01-01', NULL, 15, '{"name": {"en": "Ringgit", "zh": "马来西亚林吉特"}}', 'mlxyljt'),
	('currency', 'NOK', '2019-01-01', NULL, 15, '{"name": {"en": "Norwegian krone", "zh": "挪威克朗"}}', 'nwkl'),
	('currency', 'NZD', '2019-01-01', NULL, 15, '{"name": {"en": "New Zealand dollar", "zh": "新西兰元"}}', 'xxly'),
	('currency', 'PHP', '2019-01-01', NULL, 15, '{"name": {"en": "Philippine peso", "zh": "菲律宾比索"}}', 'flbbs'),
	('currency', 'RUB', '2019-01-01', NULL, 15, '{"name": {"en": "Rouble", "zh": "俄罗斯卢布"}}', 'elslb'),
	('currency', 'SEK', '2019-01-01', NULL, 15, '{"name": {"en": "Swedish krona", "zh": "瑞典克朗"}}', 'sdkl'),
	('currency', 'THB', '2019-01-01', NULL, 15, '{"name": {"en": "Baht", "zh": "泰国铢"}}', 'tgz'),
	('currency', 'TWD', '2019-01-01', NULL, 15, '{"name": {"en": "New Taiwan dollar", "zh": "新台币"}}', 'xtb'),
	('currency', 'KZT', '2019-01-01', NULL, 15, '{"name": {"en": "Tenge", "zh": "坚戈"}}', 'jg'),
	('currency', 'VND', '2019-01-01', NULL, 15, '{"name": {"en": "Dong", "zh": "越南盾"}}', 'ynd'),
	('supervision-mode', '0110', '2019-01-01', NULL, 16, '{"name": {"en": "General trade", "zh": "一般贸易"}}', 'ybmy'),
	('supervision-mode', '0130', '2019-01-01', NULL, 16, '{"name": {"en": "Barter", "zh": "易货贸易"}}', 'yhmy'),
	('supervision-mode', '0200', '2019-01-01', NULL, 16, '{"name": {"en": "Materials destroyed", "zh": "料件销毁"}}', 'ljxh'),
	('supervision-mode', '0214', '2019-01-01', NULL, 16, '{"name": {"en": "Processing, supplied materials", "zh": "来料加工"}}', 'lljg'),
	('supervision-mode', '0245', '2019-01-01', NULL, 16, '{"name": {"en": "Supplied materials sold at home", "zh": "来料料件内销"}}', 'llljnx'),
	('supervision-mode', '0255', '2019-01-01', NULL, 16, '{"name": {"en": "Further processing, supplied materials", "zh": "来料深加工"}}', 'llsjg'),
	('supervision-mode', '0258', '2019-01-01', NULL, 16, '{"name": {"en": "Supplied materials carried over", "zh": "来料余料结转"}}', 'llyljz'),
	('supervision-mode', '0265', '2019-01-01', NULL, 16, '{"name": {"en": "Supplied materials re-exported", "zh": "来料料件复出"}}', 'llljfc'),
	('supervision-mode', '0300', '2019-01-01', NULL, 16, '{"name": {"en": "Supplied materials exchanged", "zh": "来料料件退换"}}', 'llljth'),
	('supervision-mode', '0320', '2019-01-01', NULL, 16, '{"name": {"en": "Equipment free of charge", "zh": "不作价设备"}}', 'bzjsb'),
	('supervision-mode', '0400', '2019-01-01', NULL, 16, '{"name": {"en": "Scrap destroyed", "zh": "边角料销毁"}}', 'bjlxh'),
	('supervision-mode', '0420', '2019-01-01', NULL, 16, '{"name": {"en": "Processing trade equipment", "zh": "加工贸易设备"}}', 'jgmysb'),
	('supervision-mode', '0446', '2019-01-01', NULL, 16, '{"name": {"en": "Processing equipment sold at home", "zh": "加工设备内销"}}', 'jgsbnx'),
	('supervision-mode', '0500', '2019-01-01', NULL, 16, '{"name": {"en": "Exempt equipment carried over", "zh": "减免设备结转"}}', 'jmsbjz'),
	('supervision-mode', '0513', '2019-01-01', NULL, 16, '{"name": {"en": "Compensation trade", "zh": "补偿贸易"}}', 'bcmy'),
	('supervision-mode', '0615', '2019-01-01', NULL, 16, '{"name": {"en": "Processing, imported materials", "zh": "进料对口"}}', 'jldk'),
	('supervision-mode', '0644', '2019-01-01', NULL, 16, '{"name": {"en": "Imported materials sold at home", "zh": "进料料件内销"}}', 'jlljnx'),
	('supervision-mode', '0654', '2019-01-01', NULL, 16, '{"name": {"en": "Further processing, imported materials", "zh": "进料深加工"}}', 'jlsjg'),
	('supervision-mode', '0657', '2019-01-01', NULL, 16, '{"name": {"en": "Imported materials carried over", "zh": "进料余料结转"}}', 'jlyljz'),
	('supervision-mode', '0664', '2019-01-01', NULL, 16, '{"name": {"en": "Imported materials re-exported", "zh": "进料料件复出"}}', 'jlljfc'),
	('supervision-mode', '0700', '2019-01-01', NULL, 16, '{"name": {"en": "Imported materials exchanged", "zh": "进料料件退换"}}', 'jlljth'),
	('supervision-mode', '0715', '2019-01-01', NULL, 16, '{"name": {"en": "Processing, imported materials, unmatched", "zh": "进料非对口"}}', 'jlfdk'),
	('supervision-mode', '0844', '2019-01-01', NULL, 16, '{"name": {"en": "Scrap of imported materials sold at home", "zh": "进料边角料内销"}}', 'jlbjlnx'),
	('supervision-mode', '1039', '2019-01-01', NULL, 16, '{"name": {"en": "Market purchase", "zh": "市场采购"}}', 'sccg'),
	('supervision-mode', '1200', '2019-01-01', NULL, 16, '{"name": {"en": "Between bonded places", "zh": "保税间货物"}}', 'bsjhw'),
	('supervision-mode', '1210', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded e-commerce", "zh": "保税电商"}}', 'bsds'),
	('supervision-mode', '1215', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded factory", "zh": "保税工厂"}}', 'bsgc'),
	('levy-nature', '418', '2019-01-01', NULL, 17, '{"name": {"en": "Localisation", "zh": "国产化"}}', 'gch'),
	('supervision-mode', '1233', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded warehouse goods", "zh": "保税仓库货物"}}', 'bsckhw'),
	('supervision-mode', '1234', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded zone entrepot", "zh": "保税区仓储转口"}}', 'bsqcczk'),
	('supervision-mode', '1239', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded e-commerce A", "zh": "保税电商A"}}', 'bsdsa'),
	('supervision-mode', '1300', '2019-01-01', NULL, 16, '{"name": {"en": "Repair", "zh": "修理物品"}}', 'xlwp'),
	('supervision-mode', '1371', '2019-01-01', NULL, 16, '{"name": {"en": "Bonded maintenance", "zh": "保税维修"}}', 'bswx'),
	('supervision-mode', '1427', '2019-01-01', NULL, 16, '{"name": {"en": "Outward processing", "zh": "出料加工"}}', 'cljg'),
	('supervision-mode', '1500', '2019-01-01', NULL, 16, '{"name": {"en": "Lease under a year", "zh": "租赁不满1年"}}', 'zlbm1n'),
	('supervision-mode', '1523', '2019-01-01', NULL, 16, '{"name": {"en": "Lease", "zh": "租赁贸易"}}', 'zlmy'),
	('supervision-mode', '1616', '2019-01-01', NULL, 16, '{"name": {"en": "Consignment", "zh": "寄售代销"}}', 'jsdx'),
	('supervision-mode', '2025', '2019-01-01', NULL, 16, '{"name": {"en": "Joint venture equipment", "zh": "合资合作设备"}}', 'hzhzsb'),
	('supervision-mode', '2225', '2019-01-01', NULL, 16, '{"name": {"en": "Foreign invested equipment", "zh": "外资设备物品"}}', 'wzsbwp'),
	('supervision-mode', '2600', '2019-01-01', NULL, 16, '{"name": {"en": "Temporary", "zh": "暂时进出货物"}}', 'zsjchw'),
	('supervision-mode', '2700', '2019-01-01', NULL, 16, '{"name": {"en": "Exhibition goods", "zh": "展览品"}}', 'zlp'),
	('supervision-mode', '3010', '2019-01-01', NULL, 16, '{"name": {"en": "Samples and advertising", "zh": "货样广告品"}}', 'hyggp'),
	('supervision-mode', '3100', '2019-01-01', NULL, 16, '{"name": {"en": "Free replacement", "zh": "无代价抵偿"}}', 'wdjdc'),
	('supervision-mode', '3339', '2019-01-01', NULL, 16, '{"name": {"en": "Other, free of charge", "zh": "其他进出口免费"}}', 'qsjckmf'),
	('supervision-mode', '3511', '2019-01-01', NULL, 16, '{"name": {"en": "Aid", "zh": "援助物资"}}', 'yzwz'),
	('supervision-mode', '3612', '2019-01-01', NULL, 16, '{"name": {"en": "Donation", "zh": "捐赠物资"}}', 'jzwz'),
	('supervision-mode', '4019', '2019-01-01', NULL, 16, '{"name": {"en": "Small border trade", "zh": "边境小额"}}', 'bjxe'),
	('supervision-mode', '4500', '2019-01-01', NULL, 16, '{"name": {"en": "Direct return", "zh": "直接退运"}}', 'zjty'),
	('supervision-mode', '4561', '2019-01-01', NULL, 16, '{"name": {"en": "Returned goods", "zh": "退运货物"}}', 'tyhw'),
	('supervision-mode', '4600', '2019-01-01', NULL, 16, '{"name": {"en": "Finished goods exchanged", "zh": "进料成品退换"}}', 'jlcpth'),
	('supervision-mode', '5000', '2019-01-01', NULL, 16, '{"name": {"en": "Materials into or out of a zone", "zh": "料件进出区"}}', 'ljjcq'),
	('supervision-mode', '5010', '2019-01-01', NULL, 16, '{"name": {"en": "Zone research goods", "zh": "特殊区域研发货物"}}', 'tsqyyfhw');
INSERT INTO reference.entry VALUES
	('supervision-mode', '5014', '2019-01-01', NULL, 16, '{"name": {"en": "Zone, supplied materials", "zh": "区内来料加工"}}', 'qnlljg'),
	('supervision-mode', '5015', '2019-01-01', NULL, 16, '{"name": {"en": "Zone, imported materials", "zh": "区内进料加工货物"}}', 'qnjljghw'),
	('supervision-mode', '5033', '2019-01-01', NULL, 16, '{"name": {"en": "Zone storage", "zh": "区内仓储货物"}}', 'qncchw'),
	('supervision-mode', '5034', '2019-01-01', NULL, 16, '{"name": {"en": "Zone logistics", "zh": "区内物流货物"}}', 'qnwlhw'),
	('supervision-mode', '5100', '2019-01-01', NULL, 16, '{"name": {"en": "Finished goods into or out of a zone", "zh": "成品进出区"}}', 'cpjcq'),
	('supervision-mode', '5300', '2019-01-01', NULL, 16, '{"name": {"en": "Equipment into or out of a zone", "zh": "设备进出区"}}', 'sbjcq'),
	('supervision-mode', '5335', '2019-01-01', NULL, 16, '{"name": {"en": "Equipment from abroad into a zone", "zh": "境外设备进区"}}', 'jwsbjq'),
	('supervision-mode', '6033', '2019-01-01', NULL, 16, '{"name": {"en": "Logistics centre", "zh": "物流中心进出境货物"}}', 'wlzxjcjhw'),
	('supervision-mode', '9600', '2019-01-01', NULL, 16, '{"name": {"en": "Domestic goods moved across the border", "zh": "内贸货物跨境运输"}}', 'nmhwkjys'),
	('supervision-mode', '9610', '2019-01-01', NULL, 16, '{"name": {"en": "E-commerce", "zh": "电子商务"}}', 'dzsw'),
	('supervision-mode', '9700', '2019-01-01', NULL, 16, '{"name": {"en": "Tax made up later", "zh": "后续补税"}}', 'hxbs'),
	('supervision-mode', '9710', '2019-01-01', NULL, 16, '{"name": {"en": "E-commerce B2B, direct export", "zh": "跨境电商B2B直接出口"}}', 'kjdsb2bzjck'),
	('supervision-mode', '9739', '2019-01-01', NULL, 16, '{"name": {"en": "Other trade", "zh": "其他贸易"}}', 'qsmy'),
	('supervision-mode', '9810', '2019-01-01', NULL, 16, '{"name": {"en": "E-commerce to warehouse abroad", "zh": "跨境电商出口海外仓"}}', 'kjdsckhwc'),
	('supervision-mode', '9900', '2019-01-01', NULL, 16, '{"name": {"en": "Other", "zh": "其他"}}', 'qs'),
	('levy-nature', '101', '2019-01-01', NULL, 17, '{"name": {"en": "Ordinary levy", "zh": "一般征税"}}', 'ybzs'),
	('levy-nature', '118', '2019-01-01', NULL, 17, '{"name": {"en": "Levied as whole vehicle", "zh": "整车征税"}}', 'zczs'),
	('levy-nature', '119', '2019-01-01', NULL, 17, '{"name": {"en": "Levied as parts", "zh": "零部件征税"}}', 'lbjzs'),
	('levy-nature', '201', '2019-01-01', NULL, 17, '{"name": {"en": "Free aid", "zh": "无偿援助"}}', 'wcyz'),
	('levy-nature', '299', '2019-01-01', NULL, 17, '{"name": {"en": "Other by law", "zh": "其他法定"}}', 'qsfd'),
	('levy-nature', '301', '2019-01-01', NULL, 17, '{"name": {"en": "Special zone", "zh": "特定区域"}}', 'tdqy'),
	('levy-nature', '307', '2019-01-01', NULL, 17, '{"name": {"en": "Bonded area", "zh": "保税区"}}', 'bsq'),
	('levy-nature', '399', '2019-01-01', NULL, 17, '{"name": {"en": "Other area", "zh": "其他地区"}}', 'qsdq'),
	('levy-nature', '401', '2019-01-01', NULL, 17, '{"name": {"en": "Science and education", "zh": "科教用品"}}', 'kjyp'),
	('levy-nature', '403', '2019-01-01', NULL, 17, '{"name": {"en": "Technical renovation", "zh": "技术改造"}}', 'jsgz'),
	('levy-nature', '405', '2019-01-01', NULL, 17, '{"name": {"en": "Research and development", "zh": "科技开发用品"}}', 'kjkfyp'),
	('levy-nature', '406', '2019-01-01', NULL, 17, '{"name": {"en": "Major project", "zh": "重大项目"}}', 'zdxm'),
	('levy-nature', '408', '2019-01-01', NULL, 17, '{"name": {"en": "Major technical equipment", "zh": "重大技术装备"}}', 'zdjszb'),
	('levy-nature', '412', '2019-01-01', NULL, 17, '{"name": {"en": "Infrastructure", "zh": "基础设施"}}', 'jcss'),
	('levy-nature', '413', '2019-01-01', NULL, 17, '{"name": {"en": "Disabled persons", "zh": "残疾人"}}', 'cjr'),
	('levy-nature', '422', '2019-01-01', NULL, 17, '{"name": {"en": "Integrated circuits", "zh": "集成电路"}}', 'jcdl'),
	('levy-nature', '423', '2019-01-01', NULL, 17, '{"name": {"en": "New display devices", "zh": "新型显示器件"}}', 'xxxsqj'),
	('levy-nature', '499', '2019-01-01', NULL, 17, '{"name": {"en": "ITA products", "zh": "ITA产品"}}', 'itacp'),
	('levy-nature', '501', '2019-01-01', NULL, 17, '{"name": {"en": "Processing equipment", "zh": "加工设备"}}', 'jgsb'),
	('levy-nature', '502', '2019-01-01', NULL, 17, '{"name": {"en": "Supplied materials", "zh": "来料加工"}}', 'lljg'),
	('levy-nature', '503', '2019-01-01', NULL, 17, '{"name": {"en": "Imported materials", "zh": "进料加工"}}', 'jljg'),
	('levy-nature', '506', '2019-01-01', NULL, 17, '{"name": {"en": "Small border trade", "zh": "边境小额"}}', 'bjxe'),
	('levy-nature', '601', '2019-01-01', NULL, 17, '{"name": {"en": "Joint venture", "zh": "中外合资"}}', 'zwhz'),
	('levy-nature', '602', '2019-01-01', NULL, 17, '{"name": {"en": "Cooperation", "zh": "中外合作"}}', 'zwhz'),
	('levy-nature', '603', '2019-01-01', NULL, 17, '{"name": {"en": "Foreign enterprise", "zh": "外资企业"}}', 'wzqy'),
	('levy-nature', '789', '2019-01-01', NULL, 17, '{"name": {"en": "Encouraged project", "zh": "鼓励项目"}}', 'glxm'),
	('levy-nature', '801', '2019-01-01', NULL, 17, '{"name": {"en": "Disaster relief", "zh": "救灾捐赠"}}', 'jzjz'),
	('levy-nature', '802', '2019-01-01', NULL, 17, '{"name": {"en": "Charity", "zh": "慈善捐赠"}}', 'csjz'),
	('levy-nature', '811', '2019-01-01', NULL, 17, '{"name": {"en": "Seeds", "zh": "种子种源"}}', 'zzzy'),
	('levy-nature', '888', '2019-01-01', NULL, 17, '{"name": {"en": "Aviation materials", "zh": "航材减免"}}', 'hcjm'),
	('levy-nature', '898', '2019-01-01', NULL, 17, '{"name": {"en": "By State Council", "zh": "国批减免"}}', 'gpjm'),
	('levy-nature', '901', '2019-01-01', NULL, 17, '{"name": {"en": "Research institutes", "zh": "科研院所"}}', 'kyys'),
	('levy-nature', '902', '2019-01-01', NULL, 17, '{"name": {"en": "Universities", "zh": "高等学校"}}', 'gdxx'),
	('levy-nature', '997', '2019-01-01', NULL, 17, '{"name": {"en": "Free trade agreement", "zh": "自贸协定"}}', 'zmxd'),
	('levy-nature', '998', '2019-01-01', NULL, 17, '{"name": {"en": "Provisional", "zh": "内部暂定"}}', 'nbzd'),
	('levy-nature', '999', '2019-01-01', NULL, 17, '{"name": {"en": "Exception", "zh": "例外减免"}}', 'lwjm'),
	('package-kind', '00', '2019-01-01', NULL, 18, '{"name": {"en": "Bulk", "zh": "散装"}}', 'sz'),
	('package-kind', '01', '2019-01-01', NULL, 18, '{"name": {"en": "Unpacked", "zh": "裸装"}}', 'lz'),
	('package-kind', '04', '2019-01-01', NULL, 18, '{"name": {"en": "Spherical tank", "zh": "球状罐类"}}', 'qzgl'),
	('package-kind', '06', '2019-01-01', NULL, 18, '{"name": {"en": "Bag", "zh": "包/袋"}}', 'bd'),
	('package-kind', '22', '2019-01-01', NULL, 18, '{"name": {"en": "Carton", "zh": "纸制或纤维板制盒/箱"}}', 'zzhxwbzhx'),
	('package-kind', '23', '2019-01-01', NULL, 18, '{"name": {"en": "Wooden case", "zh": "木制或竹藤等植物性材料制盒/箱"}}', 'mzhztdzwxclzhx'),
	('package-kind', '29', '2019-01-01', NULL, 18, '{"name": {"en": "Other case", "zh": "其他材料制盒/箱"}}', 'qsclzhx'),
	('package-kind', '32', '2019-01-01', NULL, 18, '{"name": {"en": "Fibre drum", "zh": "纸制或纤维板制桶"}}', 'zzhxwbzt'),
	('package-kind', '33', '2019-01-01', NULL, 18, '{"name": {"en": "Wooden barrel", "zh": "木制或竹藤等植物性材料制桶"}}', 'mzhztdzwxclzt'),
	('package-kind', '39', '2019-01-01', NULL, 18, '{"name": {"en": "Other drum", "zh": "其他材料制桶"}}', 'qsclzt'),
	('package-kind', '41', '2019-01-01', NULL, 18, '{"name": {"en": "Intermediate bulk container", "zh": "中型散装容器"}}', 'zxszsq'),
	('package-kind', '42', '2019-01-01', NULL, 18, '{"name": {"en": "Portable tank", "zh": "便携式罐体"}}', 'bxsgt'),
	('package-kind', '43', '2019-01-01', NULL, 18, '{"name": {"en": "Movable tank", "zh": "可移动罐柜"}}', 'kydgg'),
	('package-kind', '92', '2019-01-01', NULL, 18, '{"name": {"en": "Recycled wooden pallet", "zh": "再生木托"}}', 'zsmt'),
	('package-kind', '93', '2019-01-01', NULL, 18, '{"name": {"en": "Natural wooden pallet", "zh": "天然木托"}}', 'trmt'),
	('package-kind', '98', '2019-01-01', NULL, 18, '{"name": {"en": "Plant dunnage", "zh": "植物性铺垫材料"}}', 'zwxpdcl'),
	('package-kind', '99', '2019-01-01', NULL, 18, '{"name": {"en": "Other", "zh": "其他包装"}}', 'qsbz'),
	('container-spec', '11', '2019-01-01', NULL, 19, '{"name": {"en": "Ordinary, 40 ft", "zh": "普通2*标准箱（L）"}}', 'pt2bzxl'),
	('container-spec', '12', '2019-01-01', NULL, 19, '{"name": {"en": "Reefer, 40 ft", "zh": "冷藏2*标准箱（L）"}}', 'lc2bzxl'),
	('container-spec', '13', '2019-01-01', NULL, 19, '{"name": {"en": "Tank, 40 ft", "zh": "罐式2*标准箱（L）"}}', 'gs2bzxl'),
	('container-spec', '21', '2019-01-01', NULL, 19, '{"name": {"en": "Ordinary, 20 ft", "zh": "普通标准箱（S）"}}', 'ptbzxs'),
	('container-spec', '22', '2019-01-01', NULL, 19, '{"name": {"en": "Reefer, 20 ft", "zh": "冷藏标准箱（S）"}}', 'lcbzxs'),
	('container-spec', '23', '2019-01-01', NULL, 19, '{"name": {"en": "Tank, 20 ft", "zh": "罐式标准箱（S）"}}', 'gsbzxs'),
	('container-spec', '31', '2019-01-01', NULL, 19, '{"name": {"en": "Other, 20 ft", "zh": "其他标准箱（S）"}}', 'qsbzxs'),
	('container-spec', '32', '2019-01-01', NULL, 19, '{"name": {"en": "Other, 40 ft", "zh": "其他2*标准箱（L）"}}', 'qs2bzxl'),
	('origin-region', '276', '2019-01-01', NULL, 20, '{"name": {"en": "Germany", "zh": "德国"}}', 'dg'),
	('origin-region', '528', '2019-01-01', NULL, 20, '{"name": {"en": "Netherlands", "zh": "荷兰"}}', 'hl'),
	('origin-region', '840', '2019-01-01', NULL, 20, '{"name": {"en": "United States", "zh": "美国"}}', 'mg'),
	('origin-region', '392', '2019-01-01', NULL, 20, '{"name": {"en": "Japan", "zh": "日本"}}', 'sb'),
	('origin-region', '410', '2019-01-01', NULL, 20, '{"name": {"en": "Korea", "zh": "韩国"}}', 'hg'),
	('origin-region', '702', '2019-01-01', NULL, 20, '{"name": {"en": "Singapore", "zh": "新加坡"}}', 'xjp'),
	('origin-region', '764', '2019-01-01', NULL, 20, '{"name": {"en": "Thailand", "zh": "泰国"}}', 'tg'),
	('origin-region', '704', '2019-01-01', NULL, 20, '{"name": {"en": "Viet Nam", "zh": "越南"}}', 'yn'),
	('origin-region', '458', '2019-01-01', NULL, 20, '{"name": {"en": "Malaysia", "zh": "马来西亚"}}', 'mlxy'),
	('origin-region', '643', '2019-01-01', NULL, 20, '{"name": {"en": "Russia", "zh": "俄罗斯"}}', 'els'),
	('origin-region', '398', '2019-01-01', NULL, 20, '{"name": {"en": "Kazakhstan", "zh": "哈萨克斯坦"}}', 'hskst'),
	('origin-region', '036', '2019-01-01', NULL, 20, '{"name": {"en": "Australia", "zh": "澳大利亚"}}', 'adly'),
	('origin-region', '554', '2019-01-01', NULL, 20, '{"name": {"en": "New Zealand", "zh": "新西兰"}}', 'xxl'),
	('origin-region', '076', '2019-01-01', NULL, 20, '{"name": {"en": "Brazil", "zh": "巴西"}}', 'bx'),
	('origin-region', '152', '2019-01-01', NULL, 20, '{"name": {"en": "Chile", "zh": "智利"}}', 'zl'),
	('origin-region', '250', '2019-01-01', NULL, 20, '{"name": {"en": "France", "zh": "法国"}}', 'fg'),
	('origin-region', '380', '2019-01-01', NULL, 20, '{"name": {"en": "Italy", "zh": "意大利"}}', 'ydl'),
	('origin-region', '826', '2019-01-01', NULL, 20, '{"name": {"en": "United Kingdom", "zh": "英国"}}', 'yg'),
	('dangerous-class', '1', '2019-01-01', NULL, 21, '{"name": {"en": "Explosives", "zh": "爆炸品"}}', 'bzp'),
	('dangerous-class', '2.1', '2019-01-01', NULL, 21, '{"name": {"en": "Flammable gas", "zh": "易燃气体"}}', 'yrqt'),
	('dangerous-class', '2.2', '2019-01-01', NULL, 21, '{"name": {"en": "Non-flammable, non-toxic gas", "zh": "非易燃无毒气体"}}', 'fyrwdqt'),
	('dangerous-class', '2.3', '2019-01-01', NULL, 21, '{"name": {"en": "Toxic gas", "zh": "毒性气体"}}', 'dxqt'),
	('dangerous-class', '3', '2019-01-01', NULL, 21, '{"name": {"en": "Flammable liquid", "zh": "易燃液体"}}', 'yryt'),
	('dangerous-class', '4.1', '2019-01-01', NULL, 21, '{"name": {"en": "Flammable solid", "zh": "易燃固体"}}', 'yrgt'),
	('dangerous-class', '4.2', '2019-01-01', NULL, 21, '{"name": {"en": "Spontaneously combustible", "zh": "易自燃物质"}}', 'yzrwz'),
	('dangerous-class', '4.3', '2019-01-01', NULL, 21, '{"name": {"en": "Dangerous when wet", "zh": "遇水放出易燃气体物质"}}', 'ysfcyrqtwz'),
	('dangerous-class', '5.1', '2019-01-01', NULL, 21, '{"name": {"en": "Oxidizer", "zh": "氧化性物质"}}', 'yhxwz'),
	('dangerous-class', '5.2', '2019-01-01', NULL, 21, '{"name": {"en": "Organic peroxide", "zh": "有机过氧化物"}}', 'yjgyhw'),
	('dangerous-class', '6.1', '2019-01-01', NULL, 21, '{"name": {"en": "Toxic substance", "zh": "毒性物质"}}', 'dxwz'),
	('dangerous-class', '6.2', '2019-01-01', NULL, 21, '{"name": {"en": "Infectious substance", "zh": "感染性物质"}}', 'grxwz'),
	('dangerous-class', '7', '2019-01-01', NULL, 21, '{"name": {"en": "Radioactive material", "zh": "放射性物质"}}', 'fsxwz'),
	('dangerous-class', '8', '2019-01-01', NULL, 21, '{"name": {"en": "Corrosive", "zh": "腐蚀性物质"}}', 'fsxwz'),
	('dangerous-class', '9', '2019-01-01', NULL, 21, '{"name": {"en": "Miscellaneous, lithium batteries among them", "zh": "杂项危险物质（含锂电池）"}}', 'zxwxwzhldc'),
	('dangerous-number', 'UN1090', '2019-01-01', NULL, 22, '{"name": {"en": "Acetone", "zh": "丙酮"}}', 'bt'),
	('dangerous-number', 'UN1170', '2019-01-01', NULL, 22, '{"name": {"en": "Ethanol solution", "zh": "乙醇溶液"}}', 'ycsy'),
	('dangerous-number', 'UN1230', '2019-01-01', NULL, 22, '{"name": {"en": "Methanol", "zh": "甲醇"}}', 'jc'),
	('dangerous-number', 'UN1263', '2019-01-01', NULL, 22, '{"name": {"en": "Paint", "zh": "涂料"}}', 'tl'),
	('dangerous-number', 'UN1266', '2019-01-01', NULL, 22, '{"name": {"en": "Perfumery products", "zh": "香料制品"}}', 'xlzp'),
	('dangerous-number', 'UN1789', '2019-01-01', NULL, 22, '{"name": {"en": "Hydrochloric acid", "zh": "盐酸"}}', 'ys'),
	('dangerous-number', 'UN1823', '2019-01-01', NULL, 22, '{"name": {"en": "Sodium hydroxide, solid", "zh": "固体氢氧化钠"}}', 'gtqyhn'),
	('dangerous-number', 'UN1830', '2019-01-01', NULL, 22, '{"name": {"en": "Sulphuric acid", "zh": "硫酸"}}', 'ls'),
	('dangerous-number', 'UN1950', '2019-01-01', NULL, 22, '{"name": {"en": "Aerosols", "zh": "气雾剂"}}', 'qwj'),
	('dangerous-number', 'UN1965', '2019-01-01', NULL, 22, '{"name": {"en": "Hydrocarbon gas mixture, liquefied", "zh": "液化烃类气体混合物"}}', 'yhtlqthhw'),
	('dangerous-number', 'UN2794', '2019-01-01', NULL, 22, '{"name": {"en": "Batteries, wet, filled with acid", "zh": "蓄电池（湿的，装有酸液）"}}', 'xdcsdzysy'),
	('dangerous-number', 'UN3171', '2019-01-01', NULL, 22, '{"name": {"en": "Battery-powered vehicle", "zh": "电池供电车辆"}}', 'dcgdcl'),
	('dangerous-number', 'UN3480', '2019-01-01', NULL, 22, '{"name": {"en": "Lithium ion batteries", "zh": "锂离子电池组"}}', 'llzdcz'),
	('dangerous-number', 'UN3481', '2019-01-01', NULL, 22, '{"name": {"en": "Lithium ion batteries with equipment", "zh": "与设备装在一起的锂离子电池组"}}', 'ysbzzyqdllzdcz'),
	('dangerous-number', 'UN3090', '2019-01-01', NULL, 22, '{"name": {"en": "Lithium metal batteries", "zh": "锂金属电池组"}}', 'ljsdcz'),
	('dangerous-number', 'UN3166', '2019-01-01', NULL, 22, '{"name": {"en": "Vehicle, flammable liquid powered", "zh": "易燃液体驱动车辆"}}', 'yrytqdcl'),
	('dangerous-number', 'UN3556', '2019-01-01', NULL, 22, '{"name": {"en": "Vehicle, lithium ion battery powered", "zh": "锂离子电池驱动车辆"}}', 'llzdcqdcl'),
	('country', 'ABW', '2019-01-01', NULL, 23, '{"name": {"en": "Aruba", "zh": "阿鲁巴"}}', 'alb'),
	('country', 'AFG', '2019-01-01', NULL, 23, '{"name": {"en": "Afghanistan", "zh": "阿富汗"}}', 'afh'),
	('country', 'AGO', '2019-01-01', NULL, 23, '{"name": {"en": "Angola", "zh": "安哥拉"}}', 'agl'),
	('country', 'AIA', '2019-01-01', NULL, 23, '{"name": {"en": "Anguilla", "zh": "安圭拉"}}', 'agl'),
	('country', 'ALA', '2019-01-01', NULL, 23, '{"name": {"en": "Åland Islands", "zh": "阿兰群岛"}}', 'alqd'),
	('country', 'ALB', '2019-01-01', NULL, 23, '{"name": {"en": "Albania", "zh": "阿尔巴尼亚"}}', 'aebny'),
	('country', 'AND', '2019-01-01', NULL, 23, '{"name": {"en": "Andorra", "zh": "安道尔"}}', 'ade'),
	('country', 'ARE', '2019-01-01', NULL, 23, '{"name": {"en": "United Arab Emirates", "zh": "阿联酋"}}', 'alq'),
	('country', 'ARG', '2019-01-01', NULL, 23, '{"name": {"en": "Argentina", "zh": "阿根廷"}}', 'agt'),
	('country', 'ARM', '2019-01-01', NULL, 23, '{"name": {"en": "Armenia", "zh": "亚美尼亚"}}', 'ymny'),
	('country', 'ASM', '2019-01-01', NULL, 23, '{"name": {"en": "American Samoa", "zh": "美属萨摩亚"}}', 'mssmy'),
	('country', 'ATA', '2019-01-01', NULL, 23, '{"name": {"en": "Antarctica", "zh": "南极洲"}}', 'njz'),
	('country', 'ATF', '2019-01-01', NULL, 23, '{"name": {"en": "French Southern Territories", "zh": "法属南部领地"}}', 'fsnbld'),
	('country', 'ATG', '2019-01-01', NULL, 23, '{"name": {"en": "Antigua and Barbuda", "zh": "安提瓜和巴布达"}}', 'atghbbd'),
	('country', 'AUS', '2019-01-01', NULL, 23, '{"name": {"en": "Australia", "zh": "澳大利亚"}}', 'adly'),
	('country', 'AUT', '2019-01-01', NULL, 23, '{"name": {"en": "Austria", "zh": "奥地利"}}', 'adl'),
	('country', 'AZE', '2019-01-01', NULL, 23, '{"name": {"en": "Azerbaijan", "zh": "阿塞拜疆"}}', 'asbj'),
	('country', 'BDI', '2019-01-01', NULL, 23, '{"name": {"en": "Burundi", "zh": "布隆迪"}}', 'bld'),
	('country', 'BEL', '2019-01-01', NULL, 23, '{"name": {"en": "Belgium", "zh": "比利时"}}', 'bls'),
	('country', 'BEN', '2019-01-01', NULL, 23, '{"name": {"en": "Benin", "zh": "贝宁"}}', 'bn'),
	('country', 'BES', '2019-01-01', NULL, 23, '{"name": {"en": "Bonaire, Sint Eustatius and Saba", "zh": "博内尔岛、圣尤斯特歇斯岛和萨巴岛"}}', 'bnedsystxsdhsbd'),
	('country', 'BFA', '2019-01-01', NULL, 23, '{"name": {"en": "Burkina Faso", "zh": "布基纳法索"}}', 'bjnfs'),
	('country', 'BGD', '2019-01-01', NULL, 23, '{"name": {"en": "Bangladesh", "zh": "孟加拉"}}', 'mjl'),
	('country', 'BGR', '2019-01-01', NULL, 23, '{"name": {"en": "Bulgaria", "zh": "保加利亚"}}', 'bjly'),
	('country', 'BHR', '2019-01-01', NULL, 23, '{"name": {"en": "Bahrain", "zh": "巴林"}}', 'bl'),
	('country', 'BHS', '2019-01-01', NULL, 23, '{"name": {"en": "Bahamas", "zh": "巴哈马"}}', 'bhm'),
	('country', 'BIH', '2019-01-01', NULL, 23, '{"name": {"en": "Bosnia and Herzegovina", "zh": "波斯尼亚和黑塞哥维那"}}', 'bsnyhhsgwn'),
	('country', 'BLM', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Barthélemy", "zh": "加勒比海圣巴特岛"}}', 'jlbhsbtd'),
	('country', 'BLR', '2019-01-01', NULL, 23, '{"name": {"en": "Belarus", "zh": "白俄罗斯"}}', 'bels'),
	('country', 'BLZ', '2019-01-01', NULL, 23, '{"name": {"en": "Belize", "zh": "伯利兹"}}', 'blz'),
	('country', 'BMU', '2019-01-01', NULL, 23, '{"name": {"en": "Bermuda", "zh": "百慕大"}}', 'bmd'),
	('country', 'BOL', '2019-01-01', NULL, 23, '{"name": {"en": "Bolivia", "zh": "玻利维亚"}}', 'blwy'),
	('country', 'BRA', '2019-01-01', NULL, 23, '{"name": {"en": "Brazil", "zh": "巴西"}}', 'bx'),
	('country', 'BRB', '2019-01-01', NULL, 23, '{"name": {"en": "Barbados", "zh": "巴巴多斯"}}', 'bbds'),
	('country', 'BRN', '2019-01-01', NULL, 23, '{"name": {"en": "Brunei Darussalam", "zh": "文莱"}}', 'wl'),
	('country', 'BTN', '2019-01-01', NULL, 23, '{"name": {"en": "Bhutan", "zh": "不丹"}}', 'bd'),
	('country', 'BVT', '2019-01-01', NULL, 23, '{"name": {"en": "Bouvet Island", "zh": "布维岛"}}', 'bwd'),
	('country', 'BWA', '2019-01-01', NULL, 23, '{"name": {"en": "Botswana", "zh": "博茨瓦纳"}}', 'bcwn'),
	('country', 'CAF', '2019-01-01', NULL, 23, '{"name": {"en": "Central African Republic", "zh": "中非"}}', 'zf'),
	('country', 'CAI', '2019-01-01', NULL, 23, '{"name": {"en": "Canary Islands", "zh": "加那利群岛"}}', 'jnlqd'),
	('country', 'CAN', '2019-01-01', NULL, 23, '{"name": {"en": "Canada", "zh": "加拿大"}}', 'jnd'),
	('country', 'CCK', '2019-01-01', NULL, 23, '{"name": {"en": "Cocos (Keeling) Islands", "zh": "科科斯群岛"}}', 'kksqd'),
	('country', 'CEU', '2019-01-01', NULL, 23, '{"name": {"en": "Ceuta", "zh": "休达"}}', 'xd'),
	('country', 'CHE', '2019-01-01', NULL, 23, '{"name": {"en": "Switzerland", "zh": "瑞士"}}', 'ss'),
	('country', 'CHL', '2019-01-01', NULL, 23, '{"name": {"en": "Chile", "zh": "智利"}}', 'zl'),
	('country', 'CHN', '2019-01-01', NULL, 23, '{"name": {"en": "China", "zh": "中国"}}', 'zg'),
	('country', 'CIV', '2019-01-01', NULL, 23, '{"name": {"en": "Côte d''Ivoire", "zh": "科特迪瓦"}}', 'ktdw'),
	('country', 'CMR', '2019-01-01', NULL, 23, '{"name": {"en": "Cameroon", "zh": "喀麦隆"}}', 'kml'),
	('country', 'COD', '2019-01-01', NULL, 23, '{"name": {"en": "Congo, Democratic Republic", "zh": "刚果（金）"}}', 'ggj'),
	('country', 'COG', '2019-01-01', NULL, 23, '{"name": {"en": "Congo", "zh": "刚果（布）"}}', 'ggb'),
	('country', 'COK', '2019-01-01', NULL, 23, '{"name": {"en": "Cook Islands", "zh": "库克群岛"}}', 'kkqd'),
	('country', 'COL', '2019-01-01', NULL, 23, '{"name": {"en": "Colombia", "zh": "哥伦比亚"}}', 'glby'),
	('country', 'COM', '2019-01-01', NULL, 23, '{"name": {"en": "Comoros", "zh": "科摩罗"}}', 'kml'),
	('country', 'CPV', '2019-01-01', NULL, 23, '{"name": {"en": "Cabo Verde", "zh": "佛得角"}}', 'fdj'),
	('country', 'CRI', '2019-01-01', NULL, 23, '{"name": {"en": "Costa Rica", "zh": "哥斯达黎加"}}', 'gsdlj'),
	('country', 'CUB', '2019-01-01', NULL, 23, '{"name": {"en": "Cuba", "zh": "古巴"}}', 'gb'),
	('country', 'CUW', '2019-01-01', NULL, 23, '{"name": {"en": "Curaçao", "zh": "库腊索岛"}}', 'klsd'),
	('country', 'CXR', '2019-01-01', NULL, 23, '{"name": {"en": "Christmas Island", "zh": "圣诞岛"}}', 'sdd'),
	('country', 'CYM', '2019-01-01', NULL, 23, '{"name": {"en": "Cayman Islands", "zh": "开曼群岛"}}', 'kmqd'),
	('country', 'CYP', '2019-01-01', NULL, 23, '{"name": {"en": "Cyprus", "zh": "塞浦路斯"}}', 'spls'),
	('country', 'CZE', '2019-01-01', NULL, 23, '{"name": {"en": "Czechia", "zh": "捷克"}}', 'jk'),
	('country', 'DEU', '2019-01-01', NULL, 23, '{"name": {"en": "Germany", "zh": "德国"}}', 'dg'),
	('country', 'DJI', '2019-01-01', NULL, 23, '{"name": {"en": "Djibouti", "zh": "吉布提"}}', 'jbt'),
	('country', 'DMA', '2019-01-01', NULL, 23, '{"name": {"en": "Dominica", "zh": "多米尼克"}}', 'dmnk'),
	('country', 'DNK', '2019-01-01', NULL, 23, '{"name": {"en": "Denmark", "zh": "丹麦"}}', 'dm'),
	('country', 'DOM', '2019-01-01', NULL, 23, '{"name": {"en": "Dominican Republic", "zh": "多米尼加"}}', 'dmnj'),
	('country', 'DZA', '2019-01-01', NULL, 23, '{"name": {"en": "Algeria", "zh": "阿尔及利亚"}}', 'aejly'),
	('country', 'ECU', '2019-01-01', NULL, 23, '{"name": {"en": "Ecuador", "zh": "厄瓜多尔"}}', 'egde'),
	('country', 'EGY', '2019-01-01', NULL, 23, '{"name": {"en": "Egypt", "zh": "埃及"}}', 'aj'),
	('country', 'ERI', '2019-01-01', NULL, 23, '{"name": {"en": "Eritrea", "zh": "厄立特里亚"}}', 'eltly'),
	('country', 'ESH', '2019-01-01', NULL, 23, '{"name": {"en": "Western Sahara", "zh": "西撒哈拉"}}', 'xshl'),
	('country', 'ESP', '2019-01-01', NULL, 23, '{"name": {"en": "Spain", "zh": "西班牙"}}', 'xby'),
	('country', 'EST', '2019-01-01', NULL, 23, '{"name": {"en": "Estonia", "zh": "爱沙尼亚"}}', 'asny'),
	('country', 'ETH', '2019-01-01', NULL, 23, '{"name": {"en": "Ethiopia", "zh": "埃塞俄比亚"}}', 'aseby');
INSERT INTO reference.entry VALUES
	('country', 'FIN', '2019-01-01', NULL, 23, '{"name": {"en": "Finland", "zh": "芬兰"}}', 'fl'),
	('country', 'FJI', '2019-01-01', NULL, 23, '{"name": {"en": "Fiji", "zh": "斐济"}}', 'fj'),
	('country', 'FLK', '2019-01-01', NULL, 23, '{"name": {"en": "Falkland Islands [Malvinas]", "zh": "福克兰群岛"}}', 'fklqd'),
	('country', 'FRA', '2019-01-01', NULL, 23, '{"name": {"en": "France", "zh": "法国"}}', 'fg'),
	('country', 'FRO', '2019-01-01', NULL, 23, '{"name": {"en": "Faroe Islands", "zh": "法罗群岛"}}', 'flqd'),
	('country', 'FSM', '2019-01-01', NULL, 23, '{"name": {"en": "Micronesia", "zh": "密克罗尼西亚"}}', 'mklnxy'),
	('country', 'GAB', '2019-01-01', NULL, 23, '{"name": {"en": "Gabon", "zh": "加蓬"}}', 'jp'),
	('country', 'GAM', '2019-01-01', NULL, 23, '{"name": {"en": "Gambier Islands", "zh": "盖比群岛"}}', 'gbqd'),
	('country', 'GBR', '2019-01-01', NULL, 23, '{"name": {"en": "United Kingdom", "zh": "英国"}}', 'yg'),
	('country', 'GEO', '2019-01-01', NULL, 23, '{"name": {"en": "Georgia", "zh": "格鲁吉亚"}}', 'gljy'),
	('country', 'GGY', '2019-01-01', NULL, 23, '{"name": {"en": "Guernsey", "zh": "根西岛"}}', 'gxd'),
	('country', 'GHA', '2019-01-01', NULL, 23, '{"name": {"en": "Ghana", "zh": "加纳"}}', 'jn'),
	('country', 'GIB', '2019-01-01', NULL, 23, '{"name": {"en": "Gibraltar", "zh": "直布罗陀"}}', 'zblt'),
	('country', 'GIN', '2019-01-01', NULL, 23, '{"name": {"en": "Guinea", "zh": "几内亚"}}', 'jny'),
	('country', 'GLP', '2019-01-01', NULL, 23, '{"name": {"en": "Guadeloupe", "zh": "瓜德罗普"}}', 'gdlp'),
	('country', 'GMB', '2019-01-01', NULL, 23, '{"name": {"en": "Gambia", "zh": "冈比亚"}}', 'gby'),
	('country', 'GNB', '2019-01-01', NULL, 23, '{"name": {"en": "Guinea-Bissau", "zh": "几内亚比绍"}}', 'jnybs'),
	('country', 'GNQ', '2019-01-01', NULL, 23, '{"name": {"en": "Equatorial Guinea", "zh": "赤道几内亚"}}', 'cdjny'),
	('country', 'GRC', '2019-01-01', NULL, 23, '{"name": {"en": "Greece", "zh": "希腊"}}', 'xl'),
	('country', 'GRD', '2019-01-01', NULL, 23, '{"name": {"en": "Grenada", "zh": "格林纳达"}}', 'glnd'),
	('country', 'GRL', '2019-01-01', NULL, 23, '{"name": {"en": "Greenland", "zh": "格陵兰"}}', 'gll'),
	('country', 'GTM', '2019-01-01', NULL, 23, '{"name": {"en": "Guatemala", "zh": "危地马拉"}}', 'wdml'),
	('country', 'GUF', '2019-01-01', NULL, 23, '{"name": {"en": "French Guiana", "zh": "法属圭亚那"}}', 'fsgyn'),
	('country', 'GUM', '2019-01-01', NULL, 23, '{"name": {"en": "Guam", "zh": "关岛"}}', 'gd'),
	('country', 'GUY', '2019-01-01', NULL, 23, '{"name": {"en": "Guyana", "zh": "圭亚那"}}', 'gyn'),
	('country', 'HKG', '2019-01-01', NULL, 23, '{"name": {"en": "Hong Kong, China", "zh": "中国香港"}}', 'zgxg'),
	('country', 'HMD', '2019-01-01', NULL, 23, '{"name": {"en": "Heard Island and McDonald Islands", "zh": "赫德岛和麦克唐纳岛"}}', 'hddhmktnd'),
	('country', 'HND', '2019-01-01', NULL, 23, '{"name": {"en": "Honduras", "zh": "洪都拉斯"}}', 'hdls'),
	('country', 'HRV', '2019-01-01', NULL, 23, '{"name": {"en": "Croatia", "zh": "克罗地亚"}}', 'kldy'),
	('country', 'HTI', '2019-01-01', NULL, 23, '{"name": {"en": "Haiti", "zh": "海地"}}', 'hd'),
	('country', 'HUN', '2019-01-01', NULL, 23, '{"name": {"en": "Hungary", "zh": "匈牙利"}}', 'xyl'),
	('country', 'IDN', '2019-01-01', NULL, 23, '{"name": {"en": "Indonesia", "zh": "印度尼西亚"}}', 'ydnxy'),
	('country', 'IMN', '2019-01-01', NULL, 23, '{"name": {"en": "Isle of Man", "zh": "马恩岛"}}', 'med'),
	('country', 'IND', '2019-01-01', NULL, 23, '{"name": {"en": "India", "zh": "印度"}}', 'yd'),
	('country', 'IOT', '2019-01-01', NULL, 23, '{"name": {"en": "British Indian Ocean Territory", "zh": "英属印度洋领地"}}', 'ysydyld'),
	('country', 'IRL', '2019-01-01', NULL, 23, '{"name": {"en": "Ireland", "zh": "爱尔兰"}}', 'ael'),
	('country', 'IRN', '2019-01-01', NULL, 23, '{"name": {"en": "Iran", "zh": "伊朗"}}', 'yl'),
	('country', 'IRQ', '2019-01-01', NULL, 23, '{"name": {"en": "Iraq", "zh": "伊拉克"}}', 'ylk'),
	('country', 'ISL', '2019-01-01', NULL, 23, '{"name": {"en": "Iceland", "zh": "冰岛"}}', 'bd'),
	('country', 'ISR', '2019-01-01', NULL, 23, '{"name": {"en": "Israel", "zh": "以色列"}}', 'ysl'),
	('country', 'ITA', '2019-01-01', NULL, 23, '{"name": {"en": "Italy", "zh": "意大利"}}', 'ydl'),
	('country', 'JAM', '2019-01-01', NULL, 23, '{"name": {"en": "Jamaica", "zh": "牙买加"}}', 'ymj'),
	('country', 'JEY', '2019-01-01', NULL, 23, '{"name": {"en": "Jersey", "zh": "泽西岛"}}', 'zxd'),
	('country', 'JOR', '2019-01-01', NULL, 23, '{"name": {"en": "Jordan", "zh": "约旦"}}', 'yd'),
	('country', 'JPN', '2019-01-01', NULL, 23, '{"name": {"en": "Japan", "zh": "日本"}}', 'sb'),
	('country', 'KAZ', '2019-01-01', NULL, 23, '{"name": {"en": "Kazakhstan", "zh": "哈萨克斯坦"}}', 'hskst'),
	('country', 'KEN', '2019-01-01', NULL, 23, '{"name": {"en": "Kenya", "zh": "肯尼亚"}}', 'kny'),
	('country', 'KGZ', '2019-01-01', NULL, 23, '{"name": {"en": "Kyrgyzstan", "zh": "吉尔吉斯斯坦"}}', 'jejsst'),
	('country', 'KHM', '2019-01-01', NULL, 23, '{"name": {"en": "Cambodia", "zh": "柬埔寨"}}', 'jbz'),
	('country', 'KIR', '2019-01-01', NULL, 23, '{"name": {"en": "Kiribati", "zh": "基里巴斯"}}', 'jlbs'),
	('country', 'KNA', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Kitts and Nevis", "zh": "圣基茨和尼维斯"}}', 'sjchnws'),
	('country', 'KOR', '2019-01-01', NULL, 23, '{"name": {"en": "Korea, Republic", "zh": "韩国"}}', 'hg'),
	('country', 'KWT', '2019-01-01', NULL, 23, '{"name": {"en": "Kuwait", "zh": "科威特"}}', 'kwt'),
	('country', 'LAO', '2019-01-01', NULL, 23, '{"name": {"en": "Lao People''s Democratic Republic", "zh": "老挝"}}', 'lw'),
	('country', 'LBN', '2019-01-01', NULL, 23, '{"name": {"en": "Lebanon", "zh": "黎巴嫩"}}', 'lbn'),
	('country', 'LBR', '2019-01-01', NULL, 23, '{"name": {"en": "Liberia", "zh": "利比里亚"}}', 'lbly'),
	('country', 'LBY', '2019-01-01', NULL, 23, '{"name": {"en": "Libya", "zh": "利比亚"}}', 'lby'),
	('country', 'LCA', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Lucia", "zh": "圣卢西亚"}}', 'slxy'),
	('country', 'LIE', '2019-01-01', NULL, 23, '{"name": {"en": "Liechtenstein", "zh": "列支敦士登"}}', 'lzdsd'),
	('country', 'LKA', '2019-01-01', NULL, 23, '{"name": {"en": "Sri Lanka", "zh": "斯里兰卡"}}', 'sllk'),
	('country', 'LSO', '2019-01-01', NULL, 23, '{"name": {"en": "Lesotho", "zh": "莱索托"}}', 'lst'),
	('country', 'LTU', '2019-01-01', NULL, 23, '{"name": {"en": "Lithuania", "zh": "立陶宛"}}', 'ltw'),
	('country', 'LUX', '2019-01-01', NULL, 23, '{"name": {"en": "Luxembourg", "zh": "卢森堡"}}', 'lsb'),
	('country', 'LVA', '2019-01-01', NULL, 23, '{"name": {"en": "Latvia", "zh": "拉脱维亚"}}', 'ltwy'),
	('country', 'MAC', '2019-01-01', NULL, 23, '{"name": {"en": "Macao, China", "zh": "中国澳门"}}', 'zgam'),
	('country', 'MAF', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Martin (French part)", "zh": "圣马丁（法属）"}}', 'smdfs'),
	('country', 'MAI', '2019-01-01', NULL, 23, '{"name": {"en": "Marquesas Islands", "zh": "马克萨斯群岛"}}', 'mkssqd'),
	('country', 'MAR', '2019-01-01', NULL, 23, '{"name": {"en": "Morocco", "zh": "摩洛哥"}}', 'mlg'),
	('country', 'MCO', '2019-01-01', NULL, 23, '{"name": {"en": "Monaco", "zh": "摩纳哥"}}', 'mng'),
	('country', 'MDA', '2019-01-01', NULL, 23, '{"name": {"en": "Moldova", "zh": "摩尔多瓦"}}', 'medw'),
	('country', 'MDG', '2019-01-01', NULL, 23, '{"name": {"en": "Madagascar", "zh": "马达加斯加"}}', 'mdjsj'),
	('country', 'MDV', '2019-01-01', NULL, 23, '{"name": {"en": "Maldives", "zh": "马尔代夫"}}', 'medf'),
	('country', 'MEL', '2019-01-01', NULL, 23, '{"name": {"en": "Melilla", "zh": "梅利利亚"}}', 'mlly'),
	('country', 'MEX', '2019-01-01', NULL, 23, '{"name": {"en": "Mexico", "zh": "墨西哥"}}', 'mxg'),
	('country', 'MHL', '2019-01-01', NULL, 23, '{"name": {"en": "Marshall Islands", "zh": "马绍尔群岛"}}', 'mseqd'),
	('country', 'MKD', '2019-01-01', NULL, 23, '{"name": {"en": "North Macedonia", "zh": "北马其顿"}}', 'bmqd'),
	('country', 'MLI', '2019-01-01', NULL, 23, '{"name": {"en": "Mali", "zh": "马里"}}', 'ml'),
	('country', 'MLT', '2019-01-01', NULL, 23, '{"name": {"en": "Malta", "zh": "马耳他"}}', 'mes'),
	('country', 'MMR', '2019-01-01', NULL, 23, '{"name": {"en": "Myanmar", "zh": "缅甸"}}', 'md'),
	('country', 'MNE', '2019-01-01', NULL, 23, '{"name": {"en": "Montenegro", "zh": "黑山共和国"}}', 'hsghg'),
	('country', 'MNG', '2019-01-01', NULL, 23, '{"name": {"en": "Mongolia", "zh": "蒙古"}}', 'mg'),
	('country', 'MNP', '2019-01-01', NULL, 23, '{"name": {"en": "Northern Mariana Islands", "zh": "北马里亚纳自由联邦"}}', 'bmlynzylb'),
	('country', 'MOZ', '2019-01-01', NULL, 23, '{"name": {"en": "Mozambique", "zh": "莫桑比克"}}', 'msbk'),
	('country', 'MRT', '2019-01-01', NULL, 23, '{"name": {"en": "Mauritania", "zh": "毛里塔尼亚"}}', 'mltny'),
	('country', 'MSR', '2019-01-01', NULL, 23, '{"name": {"en": "Montserrat", "zh": "蒙特塞拉特"}}', 'mtslt'),
	('country', 'MTQ', '2019-01-01', NULL, 23, '{"name": {"en": "Martinique", "zh": "马提尼克"}}', 'mtnk'),
	('country', 'MUS', '2019-01-01', NULL, 23, '{"name": {"en": "Mauritius", "zh": "毛里求斯"}}', 'mlqs'),
	('country', 'MWI', '2019-01-01', NULL, 23, '{"name": {"en": "Malawi", "zh": "马拉维"}}', 'mlw'),
	('country', 'MYS', '2019-01-01', NULL, 23, '{"name": {"en": "Malaysia", "zh": "马来西亚"}}', 'mlxy'),
	('country', 'MYT', '2019-01-01', NULL, 23, '{"name": {"en": "Mayotte", "zh": "马约特"}}', 'myt'),
	('country', 'NAM', '2019-01-01', NULL, 23, '{"name": {"en": "Namibia", "zh": "纳米比亚"}}', 'nmby'),
	('country', 'NCL', '2019-01-01', NULL, 23, '{"name": {"en": "New Caledonia", "zh": "新喀里多尼亚"}}', 'xkldny'),
	('country', 'NER', '2019-01-01', NULL, 23, '{"name": {"en": "Niger", "zh": "尼日尔"}}', 'nse'),
	('country', 'NFK', '2019-01-01', NULL, 23, '{"name": {"en": "Norfolk Island", "zh": "诺福克岛"}}', 'nfkd'),
	('country', 'NGA', '2019-01-01', NULL, 23, '{"name": {"en": "Nigeria", "zh": "尼日利亚"}}', 'nsly'),
	('country', 'NIC', '2019-01-01', NULL, 23, '{"name": {"en": "Nicaragua", "zh": "尼加拉瓜"}}', 'njlg'),
	('country', 'NIU', '2019-01-01', NULL, 23, '{"name": {"en": "Niue", "zh": "纽埃"}}', 'na'),
	('country', 'NLD', '2019-01-01', NULL, 23, '{"name": {"en": "Netherlands", "zh": "荷兰"}}', 'hl'),
	('country', 'NOR', '2019-01-01', NULL, 23, '{"name": {"en": "Norway", "zh": "挪威"}}', 'nw'),
	('country', 'NPL', '2019-01-01', NULL, 23, '{"name": {"en": "Nepal", "zh": "尼泊尔"}}', 'npe'),
	('country', 'NRU', '2019-01-01', NULL, 23, '{"name": {"en": "Nauru", "zh": "瑙鲁"}}', 'nl'),
	('country', 'NZL', '2019-01-01', NULL, 23, '{"name": {"en": "New Zealand", "zh": "新西兰"}}', 'xxl'),
	('country', 'OMN', '2019-01-01', NULL, 23, '{"name": {"en": "Oman", "zh": "阿曼"}}', 'am'),
	('country', 'PAK', '2019-01-01', NULL, 23, '{"name": {"en": "Pakistan", "zh": "巴基斯坦"}}', 'bjst'),
	('country', 'PAN', '2019-01-01', NULL, 23, '{"name": {"en": "Panama", "zh": "巴拿马"}}', 'bnm'),
	('country', 'PCN', '2019-01-01', NULL, 23, '{"name": {"en": "Pitcairn", "zh": "皮特凯恩"}}', 'ptke'),
	('country', 'PER', '2019-01-01', NULL, 23, '{"name": {"en": "Peru", "zh": "秘鲁"}}', 'ml'),
	('country', 'PHL', '2019-01-01', NULL, 23, '{"name": {"en": "Philippines", "zh": "菲律宾"}}', 'flb'),
	('country', 'PLW', '2019-01-01', NULL, 23, '{"name": {"en": "Palau", "zh": "帕劳"}}', 'pl'),
	('country', 'PNG', '2019-01-01', NULL, 23, '{"name": {"en": "Papua New Guinea", "zh": "巴布亚新几内亚"}}', 'bbyxjny'),
	('country', 'POL', '2019-01-01', NULL, 23, '{"name": {"en": "Poland", "zh": "波兰"}}', 'bl'),
	('country', 'PRI', '2019-01-01', NULL, 23, '{"name": {"en": "Puerto Rico", "zh": "波多黎各"}}', 'bdlg'),
	('country', 'PRK', '2019-01-01', NULL, 23, '{"name": {"en": "Korea, Democratic People’s Republic", "zh": "朝鲜"}}', 'cx'),
	('country', 'PRT', '2019-01-01', NULL, 23, '{"name": {"en": "Portugal", "zh": "葡萄牙"}}', 'pty'),
	('country', 'PRY', '2019-01-01', NULL, 23, '{"name": {"en": "Paraguay", "zh": "巴拉圭"}}', 'blg'),
	('country', 'PSE', '2019-01-01', NULL, 23, '{"name": {"en": "Palestine, State of", "zh": "巴勒斯坦"}}', 'blst'),
	('country', 'PYF', '2019-01-01', NULL, 23, '{"name": {"en": "French Polynesia", "zh": "法属波利尼西亚"}}', 'fsblnxy'),
	('country', 'QAT', '2019-01-01', NULL, 23, '{"name": {"en": "Qatar", "zh": "卡塔尔"}}', 'kte'),
	('country', 'REU', '2019-01-01', NULL, 23, '{"name": {"en": "Réunion", "zh": "留尼汪"}}', 'lnw'),
	('country', 'ROU', '2019-01-01', NULL, 23, '{"name": {"en": "Romania", "zh": "罗马尼亚"}}', 'lmny'),
	('country', 'RUS', '2019-01-01', NULL, 23, '{"name": {"en": "Russian Federation", "zh": "俄罗斯联邦"}}', 'elslb'),
	('country', 'RWA', '2019-01-01', NULL, 23, '{"name": {"en": "Rwanda", "zh": "卢旺达"}}', 'lwd'),
	('country', 'SAU', '2019-01-01', NULL, 23, '{"name": {"en": "Saudi Arabia", "zh": "沙特阿拉伯"}}', 'stalb'),
	('country', 'SDN', '2019-01-01', NULL, 23, '{"name": {"en": "Sudan", "zh": "苏丹"}}', 'sd'),
	('country', 'SEN', '2019-01-01', NULL, 23, '{"name": {"en": "Senegal", "zh": "塞内加尔"}}', 'snje'),
	('country', 'SGP', '2019-01-01', NULL, 23, '{"name": {"en": "Singapore", "zh": "新加坡"}}', 'xjp'),
	('country', 'SGS', '2019-01-01', NULL, 23, '{"name": {"en": "South Georgia and the South Sandwich Islands", "zh": "南乔治亚岛和南桑德韦奇岛"}}', 'nqzydhnsdwqd'),
	('country', 'SHN', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Helena, Ascension and Tristan da Cunha", "zh": "圣赫勒拿"}}', 'shln'),
	('country', 'SJM', '2019-01-01', NULL, 23, '{"name": {"en": "Svalbard and Jan Mayen", "zh": "斯瓦尔巴岛和扬马延岛"}}', 'swebdhymyd'),
	('country', 'SLB', '2019-01-01', NULL, 23, '{"name": {"en": "Solomon Islands", "zh": "所罗门群岛"}}', 'slmqd'),
	('country', 'SLE', '2019-01-01', NULL, 23, '{"name": {"en": "Sierra Leone", "zh": "塞拉利昂"}}', 'slla'),
	('country', 'SLV', '2019-01-01', NULL, 23, '{"name": {"en": "El Salvador", "zh": "萨尔瓦多"}}', 'sewd'),
	('country', 'SMR', '2019-01-01', NULL, 23, '{"name": {"en": "San Marino", "zh": "圣马力诺"}}', 'smln'),
	('country', 'SOC', '2019-01-01', NULL, 23, '{"name": {"en": "Society Islands", "zh": "社会群岛"}}', 'shqd'),
	('country', 'SOM', '2019-01-01', NULL, 23, '{"name": {"en": "Somalia", "zh": "索马里"}}', 'sml'),
	('country', 'SPM', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Pierre and Miquelon", "zh": "圣皮埃尔和密克隆"}}', 'spaehmkl'),
	('country', 'SRB', '2019-01-01', NULL, 23, '{"name": {"en": "Serbia", "zh": "塞尔维亚共和国"}}', 'sewyghg'),
	('country', 'SSD', '2019-01-01', NULL, 23, '{"name": {"en": "South Sudan", "zh": "南苏丹"}}', 'nsd'),
	('country', 'STP', '2019-01-01', NULL, 23, '{"name": {"en": "Sao Tome and Principe", "zh": "圣多美和普林西比"}}', 'sdmhplxb'),
	('country', 'SUR', '2019-01-01', NULL, 23, '{"name": {"en": "Suriname", "zh": "苏里南"}}', 'sln'),
	('country', 'SVK', '2019-01-01', NULL, 23, '{"name": {"en": "Slovakia", "zh": "斯洛伐克"}}', 'slfk'),
	('country', 'SVN', '2019-01-01', NULL, 23, '{"name": {"en": "Slovenia", "zh": "斯洛文尼亚"}}', 'slwny'),
	('country', 'SWE', '2019-01-01', NULL, 23, '{"name": {"en": "Sweden", "zh": "瑞典"}}', 'sd'),
	('country', 'SWZ', '2019-01-01', NULL, 23, '{"name": {"en": "Swaziland", "zh": "斯威士兰"}}', 'swsl'),
	('country', 'SXM', '2019-01-01', NULL, 23, '{"name": {"en": "Sint Maarten (Dutch part)", "zh": "荷属圣马丁岛"}}', 'hssmdd'),
	('country', 'SYC', '2019-01-01', NULL, 23, '{"name": {"en": "Seychelles", "zh": "塞舌尔"}}', 'sse'),
	('country', 'SYR', '2019-01-01', NULL, 23, '{"name": {"en": "Syrian Arab Republic", "zh": "叙利亚"}}', 'xly'),
	('country', 'TCA', '2019-01-01', NULL, 23, '{"name": {"en": "Turks and Caicos Islands", "zh": "特克斯和凯科斯群岛"}}', 'tkshkksqd'),
	('country', 'TCD', '2019-01-01', NULL, 23, '{"name": {"en": "Chad", "zh": "乍得"}}', 'zd'),
	('country', 'TGO', '2019-01-01', NULL, 23, '{"name": {"en": "Togo", "zh": "多哥"}}', 'dg'),
	('country', 'THA', '2019-01-01', NULL, 23, '{"name": {"en": "Thailand", "zh": "泰国"}}', 'tg'),
	('country', 'TJK', '2019-01-01', NULL, 23, '{"name": {"en": "Tajikistan", "zh": "塔吉克斯坦"}}', 'tjkst'),
	('country', 'TKL', '2019-01-01', NULL, 23, '{"name": {"en": "Tokelau", "zh": "托克劳"}}', 'tkl'),
	('country', 'TKM', '2019-01-01', NULL, 23, '{"name": {"en": "Turkmenistan", "zh": "土库曼斯坦"}}', 'tkmst'),
	('country', 'TLS', '2019-01-01', NULL, 23, '{"name": {"en": "Timor-Leste", "zh": "东帝汶"}}', 'ddw'),
	('country', 'TON', '2019-01-01', NULL, 23, '{"name": {"en": "Tonga", "zh": "汤加"}}', 'tj'),
	('country', 'TTO', '2019-01-01', NULL, 23, '{"name": {"en": "Trinidad and Tobago", "zh": "特立尼达和多巴哥"}}', 'tlndhdbg'),
	('country', 'TUA', '2019-01-01', NULL, 23, '{"name": {"en": "Tuamotu Islands", "zh": "土阿莫土群岛"}}', 'tamtqd'),
	('country', 'TUB', '2019-01-01', NULL, 23, '{"name": {"en": "Tubai Islands", "zh": "土布艾群岛"}}', 'tbaqd'),
	('country', 'TUN', '2019-01-01', NULL, 23, '{"name": {"en": "Tunisia", "zh": "突尼斯"}}', 'tns'),
	('country', 'TUR', '2019-01-01', NULL, 23, '{"name": {"en": "Turkey", "zh": "土耳其"}}', 'teq'),
	('country', 'TUV', '2019-01-01', NULL, 23, '{"name": {"en": "Tuvalu", "zh": "图瓦卢"}}', 'twl'),
	('country', 'TWN', '2019-01-01', NULL, 23, '{"name": {"en": "Taiwan, China", "zh": "中国台湾"}}', 'zgtw'),
	('country', 'TZA', '2019-01-01', NULL, 23, '{"name": {"en": "Tanzania, United Republic of", "zh": "坦桑尼亚"}}', 'tsny'),
	('country', 'UGA', '2019-01-01', NULL, 23, '{"name": {"en": "Uganda", "zh": "乌干达"}}', 'wgd'),
	('country', 'UKR', '2019-01-01', NULL, 23, '{"name": {"en": "Ukraine", "zh": "乌克兰"}}', 'wkl'),
	('country', 'UMI', '2019-01-01', NULL, 23, '{"name": {"en": "United States Minor Outlying Islands", "zh": "美国本土外小岛屿"}}', 'mgbtwxdy'),
	('country', 'URY', '2019-01-01', NULL, 23, '{"name": {"en": "Uruguay", "zh": "乌拉圭"}}', 'wlg'),
	('country', 'USA', '2019-01-01', NULL, 23, '{"name": {"en": "United States of America", "zh": "美国"}}', 'mg'),
	('country', 'UZB', '2019-01-01', NULL, 23, '{"name": {"en": "Uzbekistan", "zh": "乌兹别克斯坦"}}', 'wzbkst'),
	('country', 'VAT', '2019-01-01', NULL, 23, '{"name": {"en": "Holy See", "zh": "梵蒂冈"}}', 'fdg'),
	('country', 'VCT', '2019-01-01', NULL, 23, '{"name": {"en": "Saint Vincent and the Grenadines", "zh": "圣文森特和格林纳丁斯"}}', 'swsthglnds'),
	('country', 'VEN', '2019-01-01', NULL, 23, '{"name": {"en": "Venezuela", "zh": "委内瑞拉"}}', 'wnsl'),
	('country', 'VGB', '2019-01-01', NULL, 23, '{"name": {"en": "Virgin Islands (British)", "zh": "英属维尔京群岛"}}', 'yswejqd'),
	('country', 'VIR', '2019-01-01', NULL, 23, '{"name": {"en": "Virgin Islands (U.S.)", "zh": "美属维尔京群岛"}}', 'mswejqd'),
	('country', 'VNM', '2019-01-01', NULL, 23, '{"name": {"en": "Viet Nam", "zh": "越南"}}', 'yn'),
	('country', 'VUT', '2019-01-01', NULL, 23, '{"name": {"en": "Vanuatu", "zh": "瓦努阿图"}}', 'wnat'),
	('country', 'WLF', '2019-01-01', NULL, 23, '{"name": {"en": "Wallis and Futuna", "zh": "瓦利斯和富图纳"}}', 'wlshftn'),
	('country', 'WSM', '2019-01-01', NULL, 23, '{"name": {"en": "Samoa", "zh": "萨摩亚"}}', 'smy'),
	('country', 'YEM', '2019-01-01', NULL, 23, '{"name": {"en": "Yemen", "zh": "也门"}}', 'ym'),
	('country', 'ZAF', '2019-01-01', NULL, 23, '{"name": {"en": "South Africa", "zh": "南非"}}', 'nf'),
	('country', 'ZAO', '2019-01-01', NULL, 23, '{"name": {"en": "Africa, other", "zh": "非洲其他国家（地区）"}}', 'fzqsgjdq'),
	('country', 'ZAS', '2019-01-01', NULL, 23, '{"name": {"en": "Asia, other", "zh": "亚洲其他国家（地区）"}}', 'yzqsgjdq'),
	('country', 'ZEU', '2019-01-01', NULL, 23, '{"name": {"en": "Europe, other", "zh": "欧洲其他国家（地区）"}}', 'ozqsgjdq'),
	('country', 'ZMB', '2019-01-01', NULL, 23, '{"name": {"en": "Zambia", "zh": "赞比亚"}}', 'zby'),
	('country', 'ZNA', '2019-01-01', NULL, 23, '{"name": {"en": "North America, other", "zh": "北美洲其他国家（地区）"}}', 'bmzqsgjdq'),
	('country', 'ZOC', '2019-01-01', NULL, 23, '{"name": {"en": "Oceania, other", "zh": "大洋洲其他国家（地区）"}}', 'dyzqsgjdq'),
	('country', 'ZSA', '2019-01-01', NULL, 23, '{"name": {"en": "South America, other", "zh": "拉丁美洲其他国家（地区）"}}', 'ldmzqsgjdq'),
	('country', 'ZUN', '2019-01-01', NULL, 23, '{"name": {"en": "United Nations and international organisations", "zh": "联合国及机构和国际组织"}}', 'lhgjjghgjzz'),
	('country', 'ZWE', '2019-01-01', NULL, 23, '{"name": {"en": "Zimbabwe", "zh": "津巴布韦"}}', 'jbbw'),
	('country', 'ZZZ', '2019-01-01', NULL, 23, '{"name": {"en": "Country unknown", "zh": "国（地）别不详"}}', 'gdbbx'),
	('unit', '001', '2019-01-01', NULL, 24, '{"name": {"en": "Set", "zh": "台"}}', 't'),
	('unit', '002', '2019-01-01', NULL, 24, '{"name": {"en": "Seat", "zh": "座"}}', 'z'),
	('unit', '003', '2019-01-01', NULL, 24, '{"name": {"en": "Vehicle", "zh": "辆"}}', 'l'),
	('unit', '004', '2019-01-01', NULL, 24, '{"name": {"en": "Vessel", "zh": "艘"}}', 's'),
	('unit', '005', '2019-01-01', NULL, 24, '{"name": {"en": "Aircraft", "zh": "架"}}', 'j'),
	('unit', '006', '2019-01-01', NULL, 24, '{"name": {"en": "Suite", "zh": "套"}}', 't'),
	('unit', '007', '2019-01-01', NULL, 24, '{"name": {"en": "Piece", "zh": "个"}}', 'g'),
	('unit', '008', '2019-01-01', NULL, 24, '{"name": {"en": "Each", "zh": "只"}}', 'z'),
	('unit', '009', '2019-01-01', NULL, 24, '{"name": {"en": "Head", "zh": "头"}}', 't');
INSERT INTO reference.entry VALUES
	('unit', '010', '2019-01-01', NULL, 24, '{"name": {"en": "Sheet", "zh": "张"}}', 'z'),
	('unit', '011', '2019-01-01', NULL, 24, '{"name": {"en": "Item", "zh": "件"}}', 'j'),
	('unit', '012', '2019-01-01', NULL, 24, '{"name": {"en": "Stick", "zh": "支"}}', 'z'),
	('unit', '013', '2019-01-01', NULL, 24, '{"name": {"en": "Branch", "zh": "枝"}}', 'z'),
	('unit', '014', '2019-01-01', NULL, 24, '{"name": {"en": "Rod", "zh": "根"}}', 'g'),
	('unit', '015', '2019-01-01', NULL, 24, '{"name": {"en": "Strip", "zh": "条"}}', 't'),
	('unit', '016', '2019-01-01', NULL, 24, '{"name": {"en": "Handle", "zh": "把"}}', 'b'),
	('unit', '017', '2019-01-01', NULL, 24, '{"name": {"en": "Block", "zh": "块"}}', 'k'),
	('unit', '018', '2019-01-01', NULL, 24, '{"name": {"en": "Roll", "zh": "卷"}}', 'j'),
	('unit', '019', '2019-01-01', NULL, 24, '{"name": {"en": "Pair set", "zh": "副"}}', 'f'),
	('unit', '020', '2019-01-01', NULL, 24, '{"name": {"en": "Slice", "zh": "片"}}', 'p'),
	('unit', '021', '2019-01-01', NULL, 24, '{"name": {"en": "Group", "zh": "组"}}', 'z'),
	('unit', '022', '2019-01-01', NULL, 24, '{"name": {"en": "Share", "zh": "份"}}', 'f'),
	('unit', '023', '2019-01-01', NULL, 24, '{"name": {"en": "Width", "zh": "幅"}}', 'f'),
	('unit', '025', '2019-01-01', NULL, 24, '{"name": {"en": "Pair", "zh": "双"}}', 's'),
	('unit', '026', '2019-01-01', NULL, 24, '{"name": {"en": "Couple", "zh": "对"}}', 'd'),
	('unit', '027', '2019-01-01', NULL, 24, '{"name": {"en": "Plant", "zh": "棵"}}', 'k'),
	('unit', '028', '2019-01-01', NULL, 24, '{"name": {"en": "Tree", "zh": "株"}}', 'z'),
	('unit', '029', '2019-01-01', NULL, 24, '{"name": {"en": "Well", "zh": "井"}}', 'j'),
	('unit', '030', '2019-01-01', NULL, 24, '{"name": {"en": "Metre", "zh": "米"}}', 'm'),
	('unit', '031', '2019-01-01', NULL, 24, '{"name": {"en": "Coil", "zh": "盘"}}', 'p'),
	('unit', '032', '2019-01-01', NULL, 24, '{"name": {"en": "Square metre", "zh": "平方米"}}', 'pfm'),
	('unit', '033', '2019-01-01', NULL, 24, '{"name": {"en": "Cubic metre", "zh": "立方米"}}', 'lfm'),
	('unit', '034', '2019-01-01', NULL, 24, '{"name": {"en": "Tube", "zh": "筒"}}', 't'),
	('unit', '035', '2019-01-01', NULL, 24, '{"name": {"en": "Kilogram", "zh": "千克"}}', 'qk'),
	('unit', '036', '2019-01-01', NULL, 24, '{"name": {"en": "Gram", "zh": "克"}}', 'k'),
	('unit', '037', '2019-01-01', NULL, 24, '{"name": {"en": "Pot", "zh": "盆"}}', 'p'),
	('unit', '038', '2019-01-01', NULL, 24, '{"name": {"en": "Ten thousand pieces", "zh": "万个"}}', 'wg'),
	('unit', '039', '2019-01-01', NULL, 24, '{"name": {"en": "Tool", "zh": "具"}}', 'j'),
	('unit', '040', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred pairs", "zh": "百副"}}', 'bf'),
	('unit', '041', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred sticks", "zh": "百支"}}', 'bz'),
	('unit', '042', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred handles", "zh": "百把"}}', 'bb'),
	('unit', '043', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred pieces", "zh": "百个"}}', 'bg'),
	('unit', '044', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred slices", "zh": "百片"}}', 'bp'),
	('unit', '045', '2019-01-01', NULL, 24, '{"name": {"en": "Quire", "zh": "刀"}}', 'd'),
	('unit', '046', '2019-01-01', NULL, 24, '{"name": {"en": "Bolt of cloth", "zh": "疋"}}', 'p'),
	('unit', '047', '2019-01-01', NULL, 24, '{"name": {"en": "Quintal", "zh": "公担"}}', 'gd'),
	('unit', '048', '2019-01-01', NULL, 24, '{"name": {"en": "Fan", "zh": "扇"}}', 's'),
	('unit', '049', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred branches", "zh": "百枝"}}', 'bz'),
	('unit', '050', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand each", "zh": "千只"}}', 'qz'),
	('unit', '051', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand blocks", "zh": "千块"}}', 'qk'),
	('unit', '052', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand boxes", "zh": "千盒"}}', 'qh'),
	('unit', '053', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand branches", "zh": "千枝"}}', 'qz'),
	('unit', '054', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand pieces", "zh": "千个"}}', 'qg'),
	('unit', '055', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred million sticks", "zh": "亿支"}}', 'yz'),
	('unit', '056', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred million pieces", "zh": "亿个"}}', 'yg'),
	('unit', '057', '2019-01-01', NULL, 24, '{"name": {"en": "Ten thousand suites", "zh": "万套"}}', 'wt'),
	('unit', '058', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand sheets", "zh": "千张"}}', 'qz'),
	('unit', '059', '2019-01-01', NULL, 24, '{"name": {"en": "Ten thousand sheets", "zh": "万张"}}', 'wz'),
	('unit', '060', '2019-01-01', NULL, 24, '{"name": {"en": "Kilovolt-ampere", "zh": "千伏安"}}', 'qfa'),
	('unit', '061', '2019-01-01', NULL, 24, '{"name": {"en": "Kilowatt", "zh": "千瓦"}}', 'qw'),
	('unit', '062', '2019-01-01', NULL, 24, '{"name": {"en": "Kilowatt hour", "zh": "千瓦时"}}', 'qws'),
	('unit', '063', '2019-01-01', NULL, 24, '{"name": {"en": "Kilolitre", "zh": "千升"}}', 'qs'),
	('unit', '067', '2019-01-01', NULL, 24, '{"name": {"en": "Foot", "zh": "英尺"}}', 'yc'),
	('unit', '070', '2019-01-01', NULL, 24, '{"name": {"en": "Tonne", "zh": "吨"}}', 'd'),
	('unit', '071', '2019-01-01', NULL, 24, '{"name": {"en": "Long ton", "zh": "长吨"}}', 'zd'),
	('unit', '072', '2019-01-01', NULL, 24, '{"name": {"en": "Short ton", "zh": "短吨"}}', 'dd'),
	('unit', '073', '2019-01-01', NULL, 24, '{"name": {"en": "Picul, sima", "zh": "司马担"}}', 'smd'),
	('unit', '074', '2019-01-01', NULL, 24, '{"name": {"en": "Catty, sima", "zh": "司马斤"}}', 'smj'),
	('unit', '075', '2019-01-01', NULL, 24, '{"name": {"en": "Catty", "zh": "斤"}}', 'j'),
	('unit', '076', '2019-01-01', NULL, 24, '{"name": {"en": "Pound", "zh": "磅"}}', 'b'),
	('unit', '077', '2019-01-01', NULL, 24, '{"name": {"en": "Picul", "zh": "担"}}', 'd'),
	('unit', '078', '2019-01-01', NULL, 24, '{"name": {"en": "Hundredweight", "zh": "英担"}}', 'yd'),
	('unit', '079', '2019-01-01', NULL, 24, '{"name": {"en": "Short hundredweight", "zh": "短担"}}', 'dd'),
	('unit', '080', '2019-01-01', NULL, 24, '{"name": {"en": "Tael", "zh": "两"}}', 'l'),
	('unit', '081', '2019-01-01', NULL, 24, '{"name": {"en": "Picul, market", "zh": "市担"}}', 'sd'),
	('unit', '083', '2019-01-01', NULL, 24, '{"name": {"en": "Ounce", "zh": "盎司"}}', 'as'),
	('unit', '084', '2019-01-01', NULL, 24, '{"name": {"en": "Carat", "zh": "克拉"}}', 'kl'),
	('unit', '085', '2019-01-01', NULL, 24, '{"name": {"en": "Foot, market", "zh": "市尺"}}', 'sc'),
	('unit', '086', '2019-01-01', NULL, 24, '{"name": {"en": "Yard", "zh": "码"}}', 'm'),
	('unit', '088', '2019-01-01', NULL, 24, '{"name": {"en": "Inch", "zh": "英寸"}}', 'yc'),
	('unit', '089', '2019-01-01', NULL, 24, '{"name": {"en": "Inch, Chinese", "zh": "寸"}}', 'c'),
	('unit', '095', '2019-01-01', NULL, 24, '{"name": {"en": "Litre", "zh": "升"}}', 's'),
	('unit', '096', '2019-01-01', NULL, 24, '{"name": {"en": "Millilitre", "zh": "毫升"}}', 'hs'),
	('unit', '097', '2019-01-01', NULL, 24, '{"name": {"en": "Imperial gallon", "zh": "英加仑"}}', 'yjl'),
	('unit', '098', '2019-01-01', NULL, 24, '{"name": {"en": "US gallon", "zh": "美加仑"}}', 'mjl'),
	('unit', '099', '2019-01-01', NULL, 24, '{"name": {"en": "Cubic foot", "zh": "立方英尺"}}', 'lfyc'),
	('unit', '101', '2019-01-01', NULL, 24, '{"name": {"en": "Cubic foot, Chinese", "zh": "立方尺"}}', 'lfc'),
	('unit', '110', '2019-01-01', NULL, 24, '{"name": {"en": "Square yard", "zh": "平方码"}}', 'pfm'),
	('unit', '111', '2019-01-01', NULL, 24, '{"name": {"en": "Square foot", "zh": "平方英尺"}}', 'pfyc'),
	('unit', '112', '2019-01-01', NULL, 24, '{"name": {"en": "Square foot, Chinese", "zh": "平方尺"}}', 'pfc'),
	('unit', '115', '2019-01-01', NULL, 24, '{"name": {"en": "Horsepower, imperial", "zh": "英制马力"}}', 'yzml'),
	('unit', '116', '2019-01-01', NULL, 24, '{"name": {"en": "Horsepower, metric", "zh": "公制马力"}}', 'gzml'),
	('unit', '118', '2019-01-01', NULL, 24, '{"name": {"en": "Ream", "zh": "令"}}', 'l'),
	('unit', '120', '2019-01-01', NULL, 24, '{"name": {"en": "Case", "zh": "箱"}}', 'x'),
	('unit', '121', '2019-01-01', NULL, 24, '{"name": {"en": "Batch", "zh": "批"}}', 'p'),
	('unit', '122', '2019-01-01', NULL, 24, '{"name": {"en": "Can", "zh": "罐"}}', 'g'),
	('unit', '123', '2019-01-01', NULL, 24, '{"name": {"en": "Barrel", "zh": "桶"}}', 't'),
	('unit', '124', '2019-01-01', NULL, 24, '{"name": {"en": "Bundle, tied", "zh": "扎"}}', 'z'),
	('unit', '125', '2019-01-01', NULL, 24, '{"name": {"en": "Packet", "zh": "包"}}', 'b'),
	('unit', '126', '2019-01-01', NULL, 24, '{"name": {"en": "Crate, bamboo", "zh": "箩"}}', 'l'),
	('unit', '127', '2019-01-01', NULL, 24, '{"name": {"en": "Dozen", "zh": "打"}}', 'd'),
	('unit', '128', '2019-01-01', NULL, 24, '{"name": {"en": "Basket", "zh": "筐"}}', 'k'),
	('unit', '129', '2019-01-01', NULL, 24, '{"name": {"en": "Gross", "zh": "罗"}}', 'l'),
	('unit', '130', '2019-01-01', NULL, 24, '{"name": {"en": "Bolt", "zh": "匹"}}', 'p'),
	('unit', '131', '2019-01-01', NULL, 24, '{"name": {"en": "Volume", "zh": "册"}}', 'c'),
	('unit', '132', '2019-01-01', NULL, 24, '{"name": {"en": "Copy", "zh": "本"}}', 'b'),
	('unit', '133', '2019-01-01', NULL, 24, '{"name": {"en": "Round", "zh": "发"}}', 'f'),
	('unit', '134', '2019-01-01', NULL, 24, '{"name": {"en": "Coin", "zh": "枚"}}', 'm'),
	('unit', '135', '2019-01-01', NULL, 24, '{"name": {"en": "Bale", "zh": "捆"}}', 'k'),
	('unit', '136', '2019-01-01', NULL, 24, '{"name": {"en": "Bag", "zh": "袋"}}', 'd'),
	('unit', '139', '2019-01-01', NULL, 24, '{"name": {"en": "Grain", "zh": "粒"}}', 'l'),
	('unit', '140', '2019-01-01', NULL, 24, '{"name": {"en": "Box", "zh": "盒"}}', 'h'),
	('unit', '141', '2019-01-01', NULL, 24, '{"name": {"en": "Case, small", "zh": "合"}}', 'h'),
	('unit', '142', '2019-01-01', NULL, 24, '{"name": {"en": "Bottle", "zh": "瓶"}}', 'p'),
	('unit', '143', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand sticks, long", "zh": "千支"}}', 'qz'),
	('unit', '144', '2019-01-01', NULL, 24, '{"name": {"en": "Ten thousand pairs", "zh": "万双"}}', 'ws'),
	('unit', '145', '2019-01-01', NULL, 24, '{"name": {"en": "Ten thousand grains", "zh": "万粒"}}', 'wl'),
	('unit', '146', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand grains", "zh": "千粒"}}', 'ql'),
	('unit', '147', '2019-01-01', NULL, 24, '{"name": {"en": "Kilometre", "zh": "千米"}}', 'qm'),
	('unit', '148', '2019-01-01', NULL, 24, '{"name": {"en": "Thousand feet", "zh": "千英尺"}}', 'qyc'),
	('unit', '149', '2019-01-01', NULL, 24, '{"name": {"en": "Million becquerel", "zh": "百万贝可"}}', 'bwbk'),
	('unit', '163', '2019-01-01', NULL, 24, '{"name": {"en": "Unit", "zh": "部"}}', 'b'),
	('unit', '164', '2019-01-01', NULL, 24, '{"name": {"en": "Hundred million plants", "zh": "亿株"}}', 'yz'),
	('customs-district', '8000', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing customs district", "zh": "重庆关区"}}', 'cqgq'),
	('customs-district', '8001', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing customs", "zh": "重庆海关"}}', 'cqhg'),
	('customs-district', '8002', '2019-01-01', NULL, 25, '{"name": {"en": "Liangjiang customs", "zh": "两江海关"}}', 'ljhg'),
	('customs-district', '8003', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing airport", "zh": "重庆机场"}}', 'cqjc'),
	('customs-district', '8004', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing post office", "zh": "重庆邮局"}}', 'cqyj'),
	('customs-district', '8005', '2019-01-01', NULL, 25, '{"name": {"en": "Wanzhou customs", "zh": "万州海关"}}', 'wzhg'),
	('customs-district', '8006', '2019-01-01', NULL, 25, '{"name": {"en": "Yuzhou customs", "zh": "渝州海关"}}', 'yzhg'),
	('customs-district', '8007', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing water port", "zh": "重庆水港"}}', 'cqsg'),
	('customs-district', '8008', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing processing zone", "zh": "渝加工区"}}', 'yjgq'),
	('customs-district', '8009', '2019-01-01', NULL, 25, '{"name": {"en": "Fuling customs", "zh": "涪陵海关"}}', 'flhg'),
	('customs-district', '8010', '2019-01-01', NULL, 25, '{"name": {"en": "Cuntan water port", "zh": "寸滩水港"}}', 'ctsg'),
	('customs-district', '8011', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing express consignments", "zh": "渝关快件"}}', 'ygkj'),
	('customs-district', '8012', '2019-01-01', NULL, 25, '{"name": {"en": "Lianglu Cuntan customs", "zh": "两寸海关"}}', 'lchg'),
	('customs-district', '8013', '2019-01-01', NULL, 25, '{"name": {"en": "Xiyong bonded zone", "zh": "西永综保"}}', 'xyzb'),
	('customs-district', '8014', '2019-01-01', NULL, 25, '{"name": {"en": "Xiyong customs", "zh": "西永海关"}}', 'xyhg'),
	('customs-district', '8015', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing trade park", "zh": "渝贸园区"}}', 'ymyq'),
	('customs-district', '8016', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing rail logistics", "zh": "渝铁物流"}}', 'ytwl'),
	('customs-district', '8017', '2019-01-01', NULL, 25, '{"name": {"en": "Chongqing road logistics", "zh": "渝公物流"}}', 'ygwl'),
	('customs-district', '8018', '2019-01-01', NULL, 25, '{"name": {"en": "Qianjiang customs", "zh": "黔江海关"}}', 'qjhg'),
	('customs-district', '8019', '2019-01-01', NULL, 25, '{"name": {"en": "Jiangjin bonded zone", "zh": "江津综保"}}', 'jjzb'),
	('customs-district', '8020', '2019-01-01', NULL, 25, '{"name": {"en": "Yongchuan customs", "zh": "永川海关"}}', 'ychg'),
	('customs-district', '8021', '2019-01-01', NULL, 25, '{"name": {"en": "Fuling bonded zone", "zh": "涪陵综保"}}', 'flzb'),
	('customs-district', '8022', '2019-01-01', NULL, 25, '{"name": {"en": "Guoyuan bonded logistics B", "zh": "果园保B"}}', 'gybb'),
	('entry-exit-port', '500001', '2019-01-01', NULL, 26, '{"name": {"en": "Chongqing", "zh": "重庆"}}', 'cq'),
	('entry-exit-port', '500002', '2019-01-01', NULL, 26, '{"name": {"en": "Chongqing port", "zh": "重庆港"}}', 'cqg'),
	('entry-exit-port', '500101', '2019-01-01', NULL, 26, '{"name": {"en": "Wanzhou", "zh": "万州"}}', 'wz'),
	('entry-exit-port', '500201', '2019-01-01', NULL, 26, '{"name": {"en": "Jiulongpo port", "zh": "九龙坡港"}}', 'jlpg'),
	('entry-exit-port', '500401', '2019-01-01', NULL, 26, '{"name": {"en": "Lianglu Cuntan bonded port, water", "zh": "重庆两路寸滩保税港区水港"}}', 'cqllctbsgqsg'),
	('entry-exit-port', '500402', '2019-01-01', NULL, 26, '{"name": {"en": "Lianglu Cuntan bonded port, air", "zh": "重庆两路寸滩保税港区空港"}}', 'cqllctbsgqkg'),
	('entry-exit-port', '500501', '2019-01-01', NULL, 26, '{"name": {"en": "Xiyong comprehensive bonded zone", "zh": "重庆西永综合保税区"}}', 'cqxyzhbsq'),
	('entry-exit-port', '500601', '2019-01-01', NULL, 26, '{"name": {"en": "Chongqing Jiangbei airport", "zh": "重庆江北国际机场"}}', 'cqjbgjjc'),
	('entry-exit-port', '110101', '2019-01-01', NULL, 26, '{"name": {"en": "Beijing Capital airport", "zh": "首都国际机场"}}', 'sdgjjc'),
	('entry-exit-port', '150102', '2019-01-01', NULL, 26, '{"name": {"en": "Manzhouli railway", "zh": "满洲里铁路"}}', 'mzltl'),
	('entry-exit-port', '150201', '2019-01-01', NULL, 26, '{"name": {"en": "Erenhot railway", "zh": "二连浩特铁路"}}', 'elhttl'),
	('entry-exit-port', '310302', '2019-01-01', NULL, 26, '{"name": {"en": "Shanghai Pudong airport", "zh": "上海浦东国际机场"}}', 'shpdgjjc'),
	('entry-exit-port', '310402', '2019-01-01', NULL, 26, '{"name": {"en": "Wusong", "zh": "吴淞"}}', 'ws'),
	('entry-exit-port', '310701', '2019-01-01', NULL, 26, '{"name": {"en": "Waigaoqiao", "zh": "外高桥"}}', 'wgq'),
	('entry-exit-port', '311002', '2019-01-01', NULL, 26, '{"name": {"en": "Yangshan port", "zh": "洋山港"}}', 'ysg'),
	('entry-exit-port', '320102', '2019-01-01', NULL, 26, '{"name": {"en": "Nanjing port", "zh": "南京港"}}', 'njg'),
	('entry-exit-port', '380101', '2019-01-01', NULL, 26, '{"name": {"en": "Ningbo Beilun port area", "zh": "宁波北仑港港区"}}', 'nbblggq'),
	('entry-exit-port', '420003', '2019-01-01', NULL, 26, '{"name": {"en": "Wuhan Yangluo water port", "zh": "武汉阳逻水运港"}}', 'whylsyg'),
	('entry-exit-port', '420302', '2019-01-01', NULL, 26, '{"name": {"en": "Yichang water port", "zh": "宜昌水运港"}}', 'ycsyg'),
	('entry-exit-port', '450401', '2019-01-01', NULL, 26, '{"name": {"en": "Pingxiang Youyiguan road", "zh": "凭祥友谊关公路"}}', 'pxyyggl'),
	('entry-exit-port', '450405', '2019-01-01', NULL, 26, '{"name": {"en": "Pingxiang station", "zh": "凭祥站"}}', 'pxz'),
	('entry-exit-port', '450702', '2019-01-01', NULL, 26, '{"name": {"en": "Qinzhou", "zh": "钦州"}}', 'qz'),
	('entry-exit-port', '470101', '2019-01-01', NULL, 26, '{"name": {"en": "Shekou", "zh": "蛇口"}}', 'sk'),
	('entry-exit-port', '470601', '2019-01-01', NULL, 26, '{"name": {"en": "Yantian", "zh": "盐田"}}', 'yt'),
	('entry-exit-port', '471001', '2019-01-01', NULL, 26, '{"name": {"en": "Shenzhen Bao’an airport", "zh": "深圳宝安国际机场"}}', 'szbagjjc'),
	('entry-exit-port', '510008', '2019-01-01', NULL, 26, '{"name": {"en": "Chengdu Qingbaijiang", "zh": "成都青白江"}}', 'cdqbj'),
	('entry-exit-port', '510701', '2019-01-01', NULL, 26, '{"name": {"en": "Luzhou port", "zh": "泸州港"}}', 'lzg'),
	('entry-exit-port', '530802', '2019-01-01', NULL, 26, '{"name": {"en": "Mohan", "zh": "磨憨"}}', 'mh'),
	('entry-exit-port', '650301', '2019-01-01', NULL, 26, '{"name": {"en": "Alashankou road", "zh": "阿拉山口公路"}}', 'alskgl'),
	('entry-exit-port', '650302', '2019-01-01', NULL, 26, '{"name": {"en": "Alashankou railway", "zh": "阿拉山口铁路"}}', 'alsktl'),
	('entry-exit-port', '650501', '2019-01-01', NULL, 26, '{"name": {"en": "Horgos", "zh": "霍尔果斯"}}', 'hegs'),
	('domestic-district', '50012', '2019-01-01', NULL, 27, '{"name": {"en": "Wanzhou development zone", "zh": "万州经济技术开发区"}}', 'wzjjjskfq'),
	('domestic-district', '50019', '2019-01-01', NULL, 27, '{"name": {"en": "Wanzhou", "zh": "万州区"}}', 'wzq'),
	('domestic-district', '50026', '2019-01-01', NULL, 27, '{"name": {"en": "Fuling comprehensive bonded zone", "zh": "重庆涪陵综合保税区"}}', 'cqflzhbsq'),
	('domestic-district', '50029', '2019-01-01', NULL, 27, '{"name": {"en": "Fuling", "zh": "涪陵区"}}', 'flq'),
	('domestic-district', '50039', '2019-01-01', NULL, 27, '{"name": {"en": "Yuzhong", "zh": "渝中区"}}', 'yzq'),
	('domestic-district', '50049', '2019-01-01', NULL, 27, '{"name": {"en": "Dadukou", "zh": "大渡口区"}}', 'ddkq'),
	('domestic-district', '50052', '2019-01-01', NULL, 27, '{"name": {"en": "Liangjiang new area, Jiangbei", "zh": "重庆两江新区江北区"}}', 'cqljxqjbq'),
	('domestic-district', '50056', '2019-01-01', NULL, 27, '{"name": {"en": "Lianglu Cuntan bonded port, water", "zh": "重庆两路寸滩保税港区（水港）"}}', 'cqllctbsgqsg'),
	('domestic-district', '50059', '2019-01-01', NULL, 27, '{"name": {"en": "Jiangbei", "zh": "江北区"}}', 'jbq'),
	('domestic-district', '5005W', '2019-01-01', NULL, 27, '{"name": {"en": "Guoyuan bonded logistics centre B", "zh": "重庆果园保税物流中心（B型）"}}', 'cqgybswlzxbx'),
	('domestic-district', '50066', '2019-01-01', NULL, 27, '{"name": {"en": "Xiyong comprehensive bonded zone", "zh": "重庆西永综合保税区"}}', 'cqxyzhbsq'),
	('domestic-district', '50069', '2019-01-01', NULL, 27, '{"name": {"en": "Shapingba", "zh": "沙坪坝区"}}', 'spbq'),
	('domestic-district', '5006W', '2019-01-01', NULL, 27, '{"name": {"en": "Chongqing railway bonded logistics centre", "zh": "重庆铁路保税物流中心"}}', 'cqtlbswlzx'),
	('domestic-district', '50073', '2019-01-01', NULL, 27, '{"name": {"en": "Chongqing high-tech zone", "zh": "重庆高新技术产业开发区"}}', 'cqgxjscykfq'),
	('domestic-district', '50079', '2019-01-01', NULL, 27, '{"name": {"en": "Jiulongpo", "zh": "九龙坡区"}}', 'jlpq'),
	('domestic-district', '50082', '2019-01-01', NULL, 27, '{"name": {"en": "Chongqing development zone", "zh": "重庆经济技术开发区"}}', 'cqjjjskfq'),
	('domestic-district', '50089', '2019-01-01', NULL, 27, '{"name": {"en": "Nan’an", "zh": "南岸区"}}', 'naq'),
	('domestic-district', '50092', '2019-01-01', NULL, 27, '{"name": {"en": "Liangjiang new area, Beibei", "zh": "重庆两江新区北碚区"}}', 'cqljxqbbq'),
	('domestic-district', '50099', '2019-01-01', NULL, 27, '{"name": {"en": "Beibei", "zh": "北碚区"}}', 'bbq'),
	('domestic-district', '50109', '2019-01-01', NULL, 27, '{"name": {"en": "Wansheng", "zh": "万盛区"}}', 'wsq'),
	('domestic-district', '50119', '2019-01-01', NULL, 27, '{"name": {"en": "Shuangqiao", "zh": "双桥区"}}', 'sqq'),
	('domestic-district', '50122', '2019-01-01', NULL, 27, '{"name": {"en": "Liangjiang new area, Yubei", "zh": "重庆两江新区渝北区"}}', 'cqljxqybq'),
	('domestic-district', '50125', '2019-01-01', NULL, 27, '{"name": {"en": "Chongqing export processing zone", "zh": "重庆出口加工区"}}', 'cqckjgq'),
	('domestic-district', '50126', '2019-01-01', NULL, 27, '{"name": {"en": "Lianglu Cuntan bonded port, air", "zh": "重庆两路寸滩保税港区（空港）"}}', 'cqllctbsgqkg'),
	('domestic-district', '50129', '2019-01-01', NULL, 27, '{"name": {"en": "Yubei", "zh": "渝北区"}}', 'ybq'),
	('domestic-district', '50139', '2019-01-01', NULL, 27, '{"name": {"en": "Banan", "zh": "巴南区"}}', 'bnq'),
	('domestic-district', '5013W', '2019-01-01', NULL, 27, '{"name": {"en": "Nanpeng road bonded logistics centre B", "zh": "重庆南彭公路保税物流中心（B型）"}}', 'cqnpglbswlzxbx'),
	('domestic-district', '50212', '2019-01-01', NULL, 27, '{"name": {"en": "Changshou development zone", "zh": "长寿经济技术开发区"}}', 'csjjjskfq'),
	('domestic-district', '50219', '2019-01-01', NULL, 27, '{"name": {"en": "Changshou", "zh": "长寿区"}}', 'csq'),
	('domestic-district', '50229', '2019-01-01', NULL, 27, '{"name": {"en": "Qijiang", "zh": "綦江区"}}', 'qjq'),
	('domestic-district', '50239', '2019-01-01', NULL, 27, '{"name": {"en": "Tongnan", "zh": "潼南区"}}', 'tnq'),
	('domestic-district', '50249', '2019-01-01', NULL, 27, '{"name": {"en": "Tongliang", "zh": "铜梁区"}}', 'tlq');
INSERT INTO reference.entry VALUES
	('domestic-district', '50259', '2019-01-01', NULL, 27, '{"name": {"en": "Dazu", "zh": "大足区"}}', 'dzq'),
	('domestic-district', '50269', '2019-01-01', NULL, 27, '{"name": {"en": "Rongchang", "zh": "荣昌区"}}', 'scq'),
	('domestic-district', '50279', '2019-01-01', NULL, 27, '{"name": {"en": "Bishan", "zh": "璧山区"}}', 'bsq'),
	('domestic-district', '50289', '2019-01-01', NULL, 27, '{"name": {"en": "Liangping", "zh": "梁平区"}}', 'lpq'),
	('domestic-district', '50299', '2019-01-01', NULL, 27, '{"name": {"en": "Chengkou", "zh": "城口县"}}', 'ckx'),
	('domestic-district', '50309', '2019-01-01', NULL, 27, '{"name": {"en": "Fengdu", "zh": "丰都县"}}', 'fdx'),
	('domestic-district', '50319', '2019-01-01', NULL, 27, '{"name": {"en": "Dianjiang", "zh": "垫江县"}}', 'djx'),
	('domestic-district', '50329', '2019-01-01', NULL, 27, '{"name": {"en": "Wulong", "zh": "武隆区"}}', 'wlq'),
	('domestic-district', '50339', '2019-01-01', NULL, 27, '{"name": {"en": "Zhong county", "zh": "忠县"}}', 'zx'),
	('domestic-district', '50349', '2019-01-01', NULL, 27, '{"name": {"en": "Kaizhou", "zh": "开州区"}}', 'kzq'),
	('domestic-district', '50359', '2019-01-01', NULL, 27, '{"name": {"en": "Yunyang", "zh": "云阳县"}}', 'yyx'),
	('domestic-district', '50369', '2019-01-01', NULL, 27, '{"name": {"en": "Fengjie", "zh": "奉节县"}}', 'fjx'),
	('domestic-district', '50379', '2019-01-01', NULL, 27, '{"name": {"en": "Wushan", "zh": "巫山县"}}', 'wsx'),
	('domestic-district', '50389', '2019-01-01', NULL, 27, '{"name": {"en": "Wuxi county", "zh": "巫溪县"}}', 'wxx'),
	('domestic-district', '50399', '2019-01-01', NULL, 27, '{"name": {"en": "Qianjiang", "zh": "黔江区"}}', 'qjq'),
	('domestic-district', '50409', '2019-01-01', NULL, 27, '{"name": {"en": "Shizhu", "zh": "石柱土家族自治县"}}', 'sztjzzzx'),
	('domestic-district', '50419', '2019-01-01', NULL, 27, '{"name": {"en": "Xiushan", "zh": "秀山土家族苗族自治县"}}', 'xstjzmzzzx'),
	('domestic-district', '50429', '2019-01-01', NULL, 27, '{"name": {"en": "Youyang", "zh": "酉阳土家族苗族自治县"}}', 'yytjzmzzzx'),
	('domestic-district', '50439', '2019-01-01', NULL, 27, '{"name": {"en": "Pengshui", "zh": "彭水苗族土家族自治县"}}', 'psmztjzzzx'),
	('domestic-district', '50816', '2019-01-01', NULL, 27, '{"name": {"en": "Jiangjin comprehensive bonded zone", "zh": "重庆江津综合保税区"}}', 'cqjjzhbsq'),
	('domestic-district', '50819', '2019-01-01', NULL, 27, '{"name": {"en": "Jiangjin", "zh": "江津区"}}', 'jjq'),
	('domestic-district', '50829', '2019-01-01', NULL, 27, '{"name": {"en": "Hechuan", "zh": "合川区"}}', 'hcq'),
	('domestic-district', '50839', '2019-01-01', NULL, 27, '{"name": {"en": "Yongchuan", "zh": "永川区"}}', 'ycq'),
	('domestic-district', '50849', '2019-01-01', NULL, 27, '{"name": {"en": "Nanchuan", "zh": "南川区"}}', 'ncq'),
	('port', 'CHN000', '2019-01-01', NULL, 28, '{"name": {"en": "China", "zh": "中国境内"}}', 'zgjn'),
	('port', 'CHN934', '2019-01-01', NULL, 28, '{"name": {"en": "Chongqing Jiangbei airport", "zh": "重庆江北国际机场"}}', 'cqjbgjjc'),
	('port', '995001', '2019-01-01', NULL, 28, '{"name": {"en": "Lianglu Cuntan bonded port, water", "zh": "重庆两路寸滩保税港区水港"}}', 'cqllctbsgqsg'),
	('port', '995002', '2019-01-01', NULL, 28, '{"name": {"en": "Lianglu Cuntan bonded port, air", "zh": "重庆两路寸滩保税港区空港"}}', 'cqllctbsgqkg'),
	('port', '995003', '2019-01-01', NULL, 28, '{"name": {"en": "Xiyong comprehensive bonded zone", "zh": "重庆西永综合保税区"}}', 'cqxyzhbsq'),
	('port', 'CHN331', '2019-01-01', NULL, 28, '{"name": {"en": "Shanghai", "zh": "上海"}}', 'sh'),
	('port', 'CHN340', '2019-01-01', NULL, 28, '{"name": {"en": "Shanghai Pudong airport", "zh": "上海浦东国际机场"}}', 'shpdgjjc'),
	('port', 'CHN360', '2019-01-01', NULL, 28, '{"name": {"en": "Ningbo", "zh": "宁波"}}', 'nb'),
	('port', 'CHN731', '2019-01-01', NULL, 28, '{"name": {"en": "Shenzhen", "zh": "深圳"}}', 'sz'),
	('port', 'CHN799', '2019-01-01', NULL, 28, '{"name": {"en": "Shenzhen Bao’an airport", "zh": "深圳宝安国际机场"}}', 'szbagjjc'),
	('port', 'CHN793', '2019-01-01', NULL, 28, '{"name": {"en": "Guangzhou Baiyun airport", "zh": "广州白云国际机场"}}', 'gzbygjjc'),
	('port', 'CHN867', '2019-01-01', NULL, 28, '{"name": {"en": "Qinzhou", "zh": "钦州"}}', 'qz'),
	('port', 'CHN937', '2019-01-01', NULL, 28, '{"name": {"en": "Chengdu Shuangliu airport", "zh": "成都双流国际机场"}}', 'cdslgjjc'),
	('port', 'DEU000', '2019-01-01', NULL, 28, '{"name": {"en": "Germany", "zh": "德国"}}', 'dg'),
	('port', 'DEU039', '2019-01-01', NULL, 28, '{"name": {"en": "Duisburg", "zh": "杜伊斯堡"}}', 'dysb'),
	('port', 'DEU054', '2019-01-01', NULL, 28, '{"name": {"en": "Flensburg", "zh": "弗伦斯堡"}}', 'flsb'),
	('port', 'DEU057', '2019-01-01', NULL, 28, '{"name": {"en": "Frankfurt", "zh": "法兰克福"}}', 'flkf'),
	('port', 'DEU063', '2019-01-01', NULL, 28, '{"name": {"en": "Hamburg", "zh": "汉堡"}}', 'hb'),
	('port', 'NLD000', '2019-01-01', NULL, 28, '{"name": {"en": "Netherlands", "zh": "荷兰"}}', 'hl'),
	('port', 'NLD006', '2019-01-01', NULL, 28, '{"name": {"en": "Amsterdam", "zh": "阿姆斯特丹"}}', 'amstd'),
	('port', 'NLD066', '2019-01-01', NULL, 28, '{"name": {"en": "Rotterdam", "zh": "鹿特丹"}}', 'ltd'),
	('port', 'NLD087', '2019-01-01', NULL, 28, '{"name": {"en": "Tilburg", "zh": "蒂尔堡"}}', 'deb'),
	('port', 'BEL003', '2019-01-01', NULL, 28, '{"name": {"en": "Antwerp", "zh": "安特卫普"}}', 'atwp'),
	('port', 'BEL018', '2019-01-01', NULL, 28, '{"name": {"en": "Liège", "zh": "列日"}}', 'ls'),
	('port', 'FRA901', '2019-01-01', NULL, 28, '{"name": {"en": "Paris", "zh": "巴黎"}}', 'bl'),
	('port', 'FRA902', '2019-01-01', NULL, 28, '{"name": {"en": "Le Havre", "zh": "勒阿弗尔"}}', 'lafe'),
	('port', 'GBR375', '2019-01-01', NULL, 28, '{"name": {"en": "London", "zh": "伦敦"}}', 'ld'),
	('port', 'ITA075', '2019-01-01', NULL, 28, '{"name": {"en": "Genoa", "zh": "热那亚"}}', 'rny'),
	('port', 'ITA902', '2019-01-01', NULL, 28, '{"name": {"en": "Milan", "zh": "米兰"}}', 'ml'),
	('port', 'GRC144', '2019-01-01', NULL, 28, '{"name": {"en": "Piraeus", "zh": "比雷埃夫斯"}}', 'blafs'),
	('port', 'HUN003', '2019-01-01', NULL, 28, '{"name": {"en": "Budapest", "zh": "布达佩斯"}}', 'bdps'),
	('port', 'FIN015', '2019-01-01', NULL, 28, '{"name": {"en": "Helsinki", "zh": "赫尔辛基"}}', 'hexj'),
	('port', 'POL000', '2019-01-01', NULL, 28, '{"name": {"en": "Poland", "zh": "波兰"}}', 'bl'),
	('port', 'POL006', '2019-01-01', NULL, 28, '{"name": {"en": "Gdansk", "zh": "格但斯克"}}', 'gdsk'),
	('port', 'BLR000', '2019-01-01', NULL, 28, '{"name": {"en": "Belarus", "zh": "白俄罗斯"}}', 'bels'),
	('port', 'RUS000', '2019-01-01', NULL, 28, '{"name": {"en": "Russia", "zh": "俄罗斯"}}', 'els'),
	('port', 'RUS901', '2019-01-01', NULL, 28, '{"name": {"en": "Moscow", "zh": "莫斯科"}}', 'msk'),
	('port', 'RUS090', '2019-01-01', NULL, 28, '{"name": {"en": "St Petersburg", "zh": "圣彼得堡"}}', 'sbdb'),
	('port', 'RUS111', '2019-01-01', NULL, 28, '{"name": {"en": "Vladivostok", "zh": "符拉迪沃斯托克"}}', 'fldwstk'),
	('port', 'KAZ000', '2019-01-01', NULL, 28, '{"name": {"en": "Kazakhstan", "zh": "哈萨克斯坦"}}', 'hskst'),
	('port', 'KAZ906', '2019-01-01', NULL, 28, '{"name": {"en": "Druzhba", "zh": "德鲁日巴"}}', 'dlsb'),
	('port', 'KAZ907', '2019-01-01', NULL, 28, '{"name": {"en": "Khorgos", "zh": "霍尔果斯（哈萨克斯坦）"}}', 'hegshskst'),
	('port', 'UZB003', '2019-01-01', NULL, 28, '{"name": {"en": "Tashkent", "zh": "塔什干"}}', 'tsg'),
	('port', 'SGP000', '2019-01-01', NULL, 28, '{"name": {"en": "Singapore", "zh": "新加坡"}}', 'xjp'),
	('port', 'SGP012', '2019-01-01', NULL, 28, '{"name": {"en": "Singapore port", "zh": "新加坡港"}}', 'xjpg'),
	('port', 'HKG000', '2019-01-01', NULL, 28, '{"name": {"en": "Hong Kong, China", "zh": "中国香港"}}', 'zgxg'),
	('port', 'HKG003', '2019-01-01', NULL, 28, '{"name": {"en": "Hong Kong", "zh": "香港"}}', 'xg'),
	('port', 'JPN501', '2019-01-01', NULL, 28, '{"name": {"en": "Tokyo", "zh": "东京"}}', 'dj'),
	('port', 'JPN570', '2019-01-01', NULL, 28, '{"name": {"en": "Yokohama", "zh": "横滨"}}', 'hb'),
	('port', 'JPN213', '2019-01-01', NULL, 28, '{"name": {"en": "Kobe", "zh": "神户"}}', 'sh'),
	('port', 'JPN384', '2019-01-01', NULL, 28, '{"name": {"en": "Osaka", "zh": "大阪"}}', 'db'),
	('port', 'KOR003', '2019-01-01', NULL, 28, '{"name": {"en": "Busan", "zh": "釜山"}}', 'fs'),
	('port', 'KOR018', '2019-01-01', NULL, 28, '{"name": {"en": "Incheon", "zh": "仁川"}}', 'rc'),
	('port', 'THA003', '2019-01-01', NULL, 28, '{"name": {"en": "Bangkok", "zh": "曼谷"}}', 'mg'),
	('port', 'THA005', '2019-01-01', NULL, 28, '{"name": {"en": "Laem Chabang", "zh": "林查班"}}', 'lcb'),
	('port', 'VNM009', '2019-01-01', NULL, 28, '{"name": {"en": "Haiphong", "zh": "海防"}}', 'hf'),
	('port', 'VNM012', '2019-01-01', NULL, 28, '{"name": {"en": "Ho Chi Minh City", "zh": "胡志明市"}}', 'hzms'),
	('port', 'VNM901', '2019-01-01', NULL, 28, '{"name": {"en": "Hanoi", "zh": "河内"}}', 'hn'),
	('port', 'LAO000', '2019-01-01', NULL, 28, '{"name": {"en": "Laos", "zh": "老挝"}}', 'lw'),
	('port', 'LAO901', '2019-01-01', NULL, 28, '{"name": {"en": "Vientiane", "zh": "万象"}}', 'wx'),
	('port', 'KHM006', '2019-01-01', NULL, 28, '{"name": {"en": "Phnom Penh", "zh": "金边"}}', 'jb'),
	('port', 'MYS105', '2019-01-01', NULL, 28, '{"name": {"en": "Port Klang", "zh": "巴生港"}}', 'bsg'),
	('port', 'MYS901', '2019-01-01', NULL, 28, '{"name": {"en": "Kuala Lumpur", "zh": "吉隆坡"}}', 'jlp'),
	('port', 'IDN081', '2019-01-01', NULL, 28, '{"name": {"en": "Jakarta", "zh": "雅加达"}}', 'yjd'),
	('port', 'BGD006', '2019-01-01', NULL, 28, '{"name": {"en": "Chittagong", "zh": "吉大港"}}', 'jdg'),
	('port', 'PAK006', '2019-01-01', NULL, 28, '{"name": {"en": "Karachi", "zh": "卡拉奇"}}', 'klq'),
	('port', 'ARE018', '2019-01-01', NULL, 28, '{"name": {"en": "Dubai", "zh": "迪拜"}}', 'db'),
	('port', 'AUS147', '2019-01-01', NULL, 28, '{"name": {"en": "Melbourne", "zh": "墨尔本"}}', 'meb'),
	('port', 'AUS225', '2019-01-01', NULL, 28, '{"name": {"en": "Sydney", "zh": "悉尼"}}', 'xn'),
	('port', 'NZL003', '2019-01-01', NULL, 28, '{"name": {"en": "Auckland", "zh": "奥克兰"}}', 'akl'),
	('port', 'BRA099', '2019-01-01', NULL, 28, '{"name": {"en": "Santos", "zh": "桑托斯"}}', 'sts'),
	('port', 'CHL102', '2019-01-01', NULL, 28, '{"name": {"en": "San Antonio", "zh": "圣安东尼奥"}}', 'sadna'),
	('port', 'CHL123', '2019-01-01', NULL, 28, '{"name": {"en": "Valparaiso", "zh": "瓦尔帕莱索"}}', 'wepls'),
	('port', 'PER012', '2019-01-01', NULL, 28, '{"name": {"en": "Callao", "zh": "卡亚俄"}}', 'kye'),
	('port', 'MEX042', '2019-01-01', NULL, 28, '{"name": {"en": "Manzanillo", "zh": "曼萨尼略"}}', 'msnl'),
	('port', 'CAN465', '2019-01-01', NULL, 28, '{"name": {"en": "Vancouver", "zh": "温哥华"}}', 'wgh'),
	('port', 'USA255', '2019-01-01', NULL, 28, '{"name": {"en": "Long Beach", "zh": "长滩"}}', 'ct'),
	('port', 'USA264', '2019-01-01', NULL, 28, '{"name": {"en": "Los Angeles", "zh": "洛杉矶"}}', 'lsj'),
	('port', 'USA309', '2019-01-01', NULL, 28, '{"name": {"en": "New York", "zh": "纽约"}}', 'ny'),
	('port', 'USA117', '2019-01-01', NULL, 28, '{"name": {"en": "Chicago", "zh": "芝加哥"}}', 'zjg'),
	('port', 'KEN009', '2019-01-01', NULL, 28, '{"name": {"en": "Mombasa", "zh": "蒙巴萨"}}', 'mbs'),
	('port', 'TZA003', '2019-01-01', NULL, 28, '{"name": {"en": "Dar es Salaam", "zh": "达累斯萨拉姆"}}', 'dlsslm'),
	('port', 'ZAF006', '2019-01-01', NULL, 28, '{"name": {"en": "Durban", "zh": "德班"}}', 'db'),
	('unlocode', 'CNCKG', '2019-01-01', NULL, 29, '{"name": {"en": "Chongqing Jiangbei airport", "zh": "重庆江北机场"}}', 'cqjbjc'),
	('unlocode', 'CNCQI', '2019-01-01', NULL, 29, '{"name": {"en": "Chongqing", "zh": "重庆"}}', 'cq'),
	('unlocode', 'CNCHQ', '2019-01-01', NULL, 29, '{"name": {"en": "Chongqing port", "zh": "重庆港"}}', 'cqg'),
	('unlocode', 'CNCQD', '2019-01-01', NULL, 29, '{"name": {"en": "Chongqing East railway station", "zh": "重庆东站"}}', 'cqdz'),
	('unlocode', 'CNFLG', '2019-01-01', NULL, 29, '{"name": {"en": "Fuling", "zh": "涪陵"}}', 'fl'),
	('unlocode', 'CNWZH', '2019-01-01', NULL, 29, '{"name": {"en": "Wanzhou", "zh": "万州"}}', 'wz'),
	('unlocode', 'CNJGJ', '2019-01-01', NULL, 29, '{"name": {"en": "Jiangjin", "zh": "江津"}}', 'jj'),
	('unlocode', 'CNSHA', '2019-01-01', NULL, 29, '{"name": {"en": "Shanghai", "zh": "上海"}}', 'sh'),
	('unlocode', 'CNPVG', '2019-01-01', NULL, 29, '{"name": {"en": "Shanghai Pudong airport", "zh": "上海浦东机场"}}', 'shpdjc'),
	('unlocode', 'CNNGB', '2019-01-01', NULL, 29, '{"name": {"en": "Ningbo", "zh": "宁波"}}', 'nb'),
	('unlocode', 'CNWUH', '2019-01-01', NULL, 29, '{"name": {"en": "Wuhan", "zh": "武汉"}}', 'wh'),
	('unlocode', 'CNNKG', '2019-01-01', NULL, 29, '{"name": {"en": "Nanjing", "zh": "南京"}}', 'nj'),
	('unlocode', 'CNYIC', '2019-01-01', NULL, 29, '{"name": {"en": "Yichang", "zh": "宜昌"}}', 'yc'),
	('unlocode', 'CNSZX', '2019-01-01', NULL, 29, '{"name": {"en": "Shenzhen", "zh": "深圳"}}', 'sz'),
	('unlocode', 'CNYTN', '2019-01-01', NULL, 29, '{"name": {"en": "Yantian", "zh": "盐田"}}', 'yt'),
	('unlocode', 'CNSHK', '2019-01-01', NULL, 29, '{"name": {"en": "Shekou", "zh": "蛇口"}}', 'sk'),
	('unlocode', 'CNQZH', '2019-01-01', NULL, 29, '{"name": {"en": "Qinzhou", "zh": "钦州"}}', 'qz'),
	('unlocode', 'CNCTU', '2019-01-01', NULL, 29, '{"name": {"en": "Chengdu", "zh": "成都"}}', 'cd'),
	('unlocode', 'CNAKL', '2019-01-01', NULL, 29, '{"name": {"en": "Alashankou", "zh": "阿拉山口"}}', 'alsk'),
	('unlocode', 'CNHRS', '2019-01-01', NULL, 29, '{"name": {"en": "Horgos", "zh": "霍尔果斯"}}', 'hegs'),
	('unlocode', 'CNMLX', '2019-01-01', NULL, 29, '{"name": {"en": "Manzhouli", "zh": "满洲里"}}', 'mzl'),
	('unlocode', 'CNRLC', '2019-01-01', NULL, 29, '{"name": {"en": "Erenhot", "zh": "二连浩特"}}', 'elht'),
	('unlocode', 'CNPIN', '2019-01-01', NULL, 29, '{"name": {"en": "Pingxiang railway station", "zh": "凭祥站"}}', 'pxz'),
	('unlocode', 'CNMHN', '2019-01-01', NULL, 29, '{"name": {"en": "Mohan", "zh": "磨憨"}}', 'mh'),
	('unlocode', 'LABTN', '2019-01-01', NULL, 29, '{"name": {"en": "Boten", "zh": "磨丁"}}', 'md'),
	('unlocode', 'LAVTE', '2019-01-01', NULL, 29, '{"name": {"en": "Vientiane", "zh": "万象"}}', 'wx'),
	('unlocode', 'KZALA', '2019-01-01', NULL, 29, '{"name": {"en": "Almaty", "zh": "阿拉木图"}}', 'almt'),
	('unlocode', 'KZDOS', '2019-01-01', NULL, 29, '{"name": {"en": "Dostyk", "zh": "多斯特克"}}', 'dstk'),
	('unlocode', 'KZHOR', '2019-01-01', NULL, 29, '{"name": {"en": "Khorgos", "zh": "霍尔果斯（哈萨克斯坦）"}}', 'hegshskst'),
	('unlocode', 'RUMOW', '2019-01-01', NULL, 29, '{"name": {"en": "Moscow", "zh": "莫斯科"}}', 'msk'),
	('unlocode', 'RULED', '2019-01-01', NULL, 29, '{"name": {"en": "St Petersburg", "zh": "圣彼得堡"}}', 'sbdb'),
	('unlocode', 'RUVVO', '2019-01-01', NULL, 29, '{"name": {"en": "Vladivostok", "zh": "符拉迪沃斯托克"}}', 'fldwstk'),
	('unlocode', 'BYMSQ', '2019-01-01', NULL, 29, '{"name": {"en": "Minsk", "zh": "明斯克"}}', 'msk'),
	('unlocode', 'BYBQT', '2019-01-01', NULL, 29, '{"name": {"en": "Brest", "zh": "布列斯特"}}', 'blst'),
	('unlocode', 'PLMAA', '2019-01-01', NULL, 29, '{"name": {"en": "Malaszewicze", "zh": "马拉舍维奇"}}', 'mlswq'),
	('unlocode', 'PLWAW', '2019-01-01', NULL, 29, '{"name": {"en": "Warsaw", "zh": "华沙"}}', 'hs'),
	('unlocode', 'LTKLJ', '2019-01-01', NULL, 29, '{"name": {"en": "Klaipeda", "zh": "克莱佩达"}}', 'klpd'),
	('unlocode', 'DEDUI', '2019-01-01', NULL, 29, '{"name": {"en": "Duisburg", "zh": "杜伊斯堡"}}', 'dysb'),
	('unlocode', 'DEHAM', '2019-01-01', NULL, 29, '{"name": {"en": "Hamburg", "zh": "汉堡"}}', 'hb'),
	('unlocode', 'DEFRA', '2019-01-01', NULL, 29, '{"name": {"en": "Frankfurt", "zh": "法兰克福"}}', 'flkf'),
	('unlocode', 'NLRTM', '2019-01-01', NULL, 29, '{"name": {"en": "Rotterdam", "zh": "鹿特丹"}}', 'ltd'),
	('unlocode', 'NLAMS', '2019-01-01', NULL, 29, '{"name": {"en": "Amsterdam", "zh": "阿姆斯特丹"}}', 'amstd'),
	('unlocode', 'NLTLB', '2019-01-01', NULL, 29, '{"name": {"en": "Tilburg", "zh": "蒂尔堡"}}', 'deb'),
	('unlocode', 'BEANR', '2019-01-01', NULL, 29, '{"name": {"en": "Antwerp", "zh": "安特卫普"}}', 'atwp'),
	('unlocode', 'BELGG', '2019-01-01', NULL, 29, '{"name": {"en": "Liège", "zh": "列日"}}', 'ls'),
	('unlocode', 'HKHKG', '2019-01-01', NULL, 29, '{"name": {"en": "Hong Kong", "zh": "香港"}}', 'xg'),
	('unlocode', 'SGSIN', '2019-01-01', NULL, 29, '{"name": {"en": "Singapore", "zh": "新加坡"}}', 'xjp'),
	('unlocode', 'KRPUS', '2019-01-01', NULL, 29, '{"name": {"en": "Busan", "zh": "釜山"}}', 'fs'),
	('unlocode', 'KRICN', '2019-01-01', NULL, 29, '{"name": {"en": "Incheon airport", "zh": "仁川机场"}}', 'rcjc'),
	('unlocode', 'JPTYO', '2019-01-01', NULL, 29, '{"name": {"en": "Tokyo", "zh": "东京"}}', 'dj'),
	('unlocode', 'JPNRT', '2019-01-01', NULL, 29, '{"name": {"en": "Narita airport", "zh": "成田机场"}}', 'ctjc'),
	('unlocode', 'JPYOK', '2019-01-01', NULL, 29, '{"name": {"en": "Yokohama", "zh": "横滨"}}', 'hb'),
	('unlocode', 'JPUKB', '2019-01-01', NULL, 29, '{"name": {"en": "Kobe", "zh": "神户"}}', 'sh'),
	('unlocode', 'JPOSA', '2019-01-01', NULL, 29, '{"name": {"en": "Osaka", "zh": "大阪"}}', 'db'),
	('unlocode', 'MYPKG', '2019-01-01', NULL, 29, '{"name": {"en": "Port Klang", "zh": "巴生港"}}', 'bsg'),
	('unlocode', 'MYKUL', '2019-01-01', NULL, 29, '{"name": {"en": "Kuala Lumpur", "zh": "吉隆坡"}}', 'jlp'),
	('unlocode', 'THLCH', '2019-01-01', NULL, 29, '{"name": {"en": "Laem Chabang", "zh": "林查班"}}', 'lcb'),
	('unlocode', 'THBKK', '2019-01-01', NULL, 29, '{"name": {"en": "Bangkok", "zh": "曼谷"}}', 'mg'),
	('unlocode', 'VNHPH', '2019-01-01', NULL, 29, '{"name": {"en": "Haiphong", "zh": "海防"}}', 'hf'),
	('unlocode', 'VNSGN', '2019-01-01', NULL, 29, '{"name": {"en": "Ho Chi Minh City", "zh": "胡志明市"}}', 'hzms'),
	('unlocode', 'VNHAN', '2019-01-01', NULL, 29, '{"name": {"en": "Hanoi", "zh": "河内"}}', 'hn'),
	('unlocode', 'USLAX', '2019-01-01', NULL, 29, '{"name": {"en": "Los Angeles", "zh": "洛杉矶"}}', 'lsj'),
	('unlocode', 'USLGB', '2019-01-01', NULL, 29, '{"name": {"en": "Long Beach", "zh": "长滩"}}', 'ct'),
	('unlocode', 'USORD', '2019-01-01', NULL, 29, '{"name": {"en": "Chicago O’Hare airport", "zh": "芝加哥奥黑尔机场"}}', 'zjgahejc'),
	('admin-division', '500000', '2019-01-01', NULL, 30, '{"name": {"en": "Chongqing", "zh": "重庆市"}}', 'cqs'),
	('admin-division', '500101', '2019-01-01', NULL, 30, '{"name": {"en": "Wanzhou", "zh": "万州区"}}', 'wzq'),
	('admin-division', '500102', '2019-01-01', NULL, 30, '{"name": {"en": "Fuling", "zh": "涪陵区"}}', 'flq'),
	('admin-division', '500103', '2019-01-01', NULL, 30, '{"name": {"en": "Yuzhong", "zh": "渝中区"}}', 'yzq'),
	('admin-division', '500104', '2019-01-01', NULL, 30, '{"name": {"en": "Dadukou", "zh": "大渡口区"}}', 'ddkq'),
	('admin-division', '500105', '2019-01-01', NULL, 30, '{"name": {"en": "Jiangbei", "zh": "江北区"}}', 'jbq'),
	('admin-division', '500106', '2019-01-01', NULL, 30, '{"name": {"en": "Shapingba", "zh": "沙坪坝区"}}', 'spbq'),
	('admin-division', '500107', '2019-01-01', NULL, 30, '{"name": {"en": "Jiulongpo", "zh": "九龙坡区"}}', 'jlpq'),
	('admin-division', '500108', '2019-01-01', NULL, 30, '{"name": {"en": "Nan’an", "zh": "南岸区"}}', 'naq'),
	('admin-division', '500109', '2019-01-01', NULL, 30, '{"name": {"en": "Beibei", "zh": "北碚区"}}', 'bbq'),
	('admin-division', '500110', '2019-01-01', NULL, 30, '{"name": {"en": "Qijiang", "zh": "綦江区"}}', 'qjq'),
	('admin-division', '500111', '2019-01-01', NULL, 30, '{"name": {"en": "Dazu", "zh": "大足区"}}', 'dzq'),
	('admin-division', '500112', '2019-01-01', NULL, 30, '{"name": {"en": "Yubei", "zh": "渝北区"}}', 'ybq'),
	('admin-division', '500113', '2019-01-01', NULL, 30, '{"name": {"en": "Banan", "zh": "巴南区"}}', 'bnq'),
	('admin-division', '500114', '2019-01-01', NULL, 30, '{"name": {"en": "Qianjiang", "zh": "黔江区"}}', 'qjq'),
	('admin-division', '500115', '2019-01-01', NULL, 30, '{"name": {"en": "Changshou", "zh": "长寿区"}}', 'csq'),
	('admin-division', '500116', '2019-01-01', NULL, 30, '{"name": {"en": "Jiangjin", "zh": "江津区"}}', 'jjq'),
	('admin-division', '500117', '2019-01-01', NULL, 30, '{"name": {"en": "Hechuan", "zh": "合川区"}}', 'hcq'),
	('admin-division', '500118', '2019-01-01', NULL, 30, '{"name": {"en": "Yongchuan", "zh": "永川区"}}', 'ycq'),
	('admin-division', '500119', '2019-01-01', NULL, 30, '{"name": {"en": "Nanchuan", "zh": "南川区"}}', 'ncq'),
	('admin-division', '500120', '2019-01-01', NULL, 30, '{"name": {"en": "Bishan", "zh": "璧山区"}}', 'bsq'),
	('admin-division', '500151', '2019-01-01', NULL, 30, '{"name": {"en": "Tongliang", "zh": "铜梁区"}}', 'tlq'),
	('admin-division', '500152', '2019-01-01', NULL, 30, '{"name": {"en": "Tongnan", "zh": "潼南区"}}', 'tnq'),
	('admin-division', '500153', '2019-01-01', NULL, 30, '{"name": {"en": "Rongchang", "zh": "荣昌区"}}', 'scq'),
	('admin-division', '500154', '2019-01-01', NULL, 30, '{"name": {"en": "Kaizhou", "zh": "开州区"}}', 'kzq'),
	('admin-division', '500155', '2019-01-01', NULL, 30, '{"name": {"en": "Liangping", "zh": "梁平区"}}', 'lpq'),
	('admin-division', '500156', '2019-01-01', NULL, 30, '{"name": {"en": "Wulong", "zh": "武隆区"}}', 'wlq'),
	('admin-division', '500229', '2019-01-01', NULL, 30, '{"name": {"en": "Chengkou", "zh": "城口县"}}', 'ckx'),
	('admin-division', '500230', '2019-01-01', NULL, 30, '{"name": {"en": "Fengdu", "zh": "丰都县"}}', 'fdx');
INSERT INTO reference.entry VALUES
	('admin-division', '500231', '2019-01-01', NULL, 30, '{"name": {"en": "Dianjiang", "zh": "垫江县"}}', 'djx'),
	('admin-division', '500233', '2019-01-01', NULL, 30, '{"name": {"en": "Zhong county", "zh": "忠县"}}', 'zx'),
	('admin-division', '500235', '2019-01-01', NULL, 30, '{"name": {"en": "Yunyang", "zh": "云阳县"}}', 'yyx'),
	('admin-division', '500236', '2019-01-01', NULL, 30, '{"name": {"en": "Fengjie", "zh": "奉节县"}}', 'fjx'),
	('admin-division', '500237', '2019-01-01', NULL, 30, '{"name": {"en": "Wushan", "zh": "巫山县"}}', 'wsx'),
	('admin-division', '500238', '2019-01-01', NULL, 30, '{"name": {"en": "Wuxi county", "zh": "巫溪县"}}', 'wxx'),
	('admin-division', '500240', '2019-01-01', NULL, 30, '{"name": {"en": "Shizhu", "zh": "石柱土家族自治县"}}', 'sztjzzzx'),
	('admin-division', '500241', '2019-01-01', NULL, 30, '{"name": {"en": "Xiushan", "zh": "秀山土家族苗族自治县"}}', 'xstjzmzzzx'),
	('admin-division', '500242', '2019-01-01', NULL, 30, '{"name": {"en": "Youyang", "zh": "酉阳土家族苗族自治县"}}', 'yytjzmzzzx'),
	('admin-division', '500243', '2019-01-01', NULL, 30, '{"name": {"en": "Pengshui", "zh": "彭水苗族土家族自治县"}}', 'psmztjzzzx'),
	('station', 'CKG-GUOYUAN', '2019-01-01', NULL, 31, '{"name": {"en": "Guoyuan port", "zh": "果园港"}}', 'gyg'),
	('station', 'CKG-CUNTAN', '2019-01-01', NULL, 31, '{"name": {"en": "Cuntan port", "zh": "寸滩港"}}', 'ctg'),
	('station', 'CKG-TUANJIECUN', '2019-01-01', NULL, 31, '{"name": {"en": "Tuanjiecun rail yard", "zh": "团结村铁路场站"}}', 'tjctlcz'),
	('station', 'CKG-JIANGBEI', '2019-01-01', NULL, 31, '{"name": {"en": "Jiangbei air cargo station", "zh": "江北机场货站"}}', 'jbjchz'),
	('station', 'CKG-XIYONG', '2019-01-01', NULL, 31, '{"name": {"en": "Xiyong zone gate", "zh": "西永综保区卡口"}}', 'xyzbqkk'),
	('supervision-document', '1', '2019-01-01', NULL, 32, '{"name": {"en": "Import licence", "zh": "进口许可证"}}', 'jkxkz'),
	('supervision-document', '2', '2019-01-01', NULL, 32, '{"name": {"en": "Dual-use import licence", "zh": "两用物项和技术进口许可证"}}', 'lywxhjsjkxkz'),
	('supervision-document', '3', '2019-01-01', NULL, 32, '{"name": {"en": "Dual-use export licence", "zh": "两用物项和技术出口许可证"}}', 'lywxhjsckxkz'),
	('supervision-document', '4', '2019-01-01', NULL, 32, '{"name": {"en": "Export licence", "zh": "出口许可证"}}', 'ckxkz'),
	('supervision-document', '5', '2019-01-01', NULL, 32, '{"name": {"en": "Temporary textile export licence", "zh": "纺织品临时出口许可证"}}', 'fzplsckxkz'),
	('supervision-document', '6', '2019-01-01', NULL, 32, '{"name": {"en": "Used machinery, import prohibited", "zh": "旧机电产品禁止进口"}}', 'jjdcpjzjk'),
	('supervision-document', '7', '2019-01-01', NULL, 32, '{"name": {"en": "Automatic import licence", "zh": "自动进口许可证"}}', 'zdjkxkz'),
	('supervision-document', '8', '2019-01-01', NULL, 32, '{"name": {"en": "Export prohibited", "zh": "禁止出口商品"}}', 'jzcksp'),
	('supervision-document', '9', '2019-01-01', NULL, 32, '{"name": {"en": "Import prohibited", "zh": "禁止进口商品"}}', 'jzjksp'),
	('supervision-document', 'A', '2019-01-01', NULL, 32, '{"name": {"en": "Inspection and quarantine, import", "zh": "检验检疫"}}', 'jyjy'),
	('supervision-document', 'B', '2019-01-01', NULL, 32, '{"name": {"en": "Electronic ledger, export", "zh": "电子底账"}}', 'dzdz'),
	('supervision-document', 'D', '2019-01-01', NULL, 32, '{"name": {"en": "Rough diamond inspection", "zh": "毛坯钻石进出境检验"}}', 'mpzsjcjjy'),
	('supervision-document', 'E', '2019-01-01', NULL, 32, '{"name": {"en": "Endangered species export certificate", "zh": "濒危物种允许出口证明书"}}', 'bwwzyxckzms'),
	('supervision-document', 'F', '2019-01-01', NULL, 32, '{"name": {"en": "Endangered species import certificate", "zh": "濒危物种允许进口证明书"}}', 'bwwzyxjkzms'),
	('supervision-document', 'G', '2019-01-01', NULL, 32, '{"name": {"en": "Dual-use export licence, directed", "zh": "两用物项和技术出口许可证(定向)"}}', 'lywxhjsckxkzdx'),
	('supervision-document', 'H', '2019-01-01', NULL, 32, '{"name": {"en": "Hong Kong and Macao OPA textile certificate", "zh": "港澳OPA纺织品证明"}}', 'gaopafzpzm'),
	('supervision-document', 'I', '2019-01-01', NULL, 32, '{"name": {"en": "Narcotic and psychotropic permit", "zh": "麻醉药品精神药物进出口准许证"}}', 'mzypjsywjckzxz'),
	('supervision-document', 'J', '2019-01-01', NULL, 32, '{"name": {"en": "Gold and gold product permit", "zh": "黄金及黄金制品进出口准许证"}}', 'hjjhjzpjckzxz'),
	('supervision-document', 'K', '2019-01-01', NULL, 32, '{"name": {"en": "Further processing transfer form", "zh": "深加工结转申请表"}}', 'sjgjzsqb'),
	('supervision-document', 'L', '2019-01-01', NULL, 32, '{"name": {"en": "Medicine import and export permit", "zh": "药品进出口准许证"}}', 'ypjckzxz'),
	('supervision-document', 'M', '2019-01-01', NULL, 32, '{"name": {"en": "Cryptographic equipment import licence", "zh": "密码产品和设备进口许可证"}}', 'mmcphsbjkxkz'),
	('supervision-document', 'O', '2019-01-01', NULL, 32, '{"name": {"en": "Automatic import licence, machinery", "zh": "自动进口许可证(新旧机电产品)"}}', 'zdjkxkzxjjdcp'),
	('supervision-document', 'P', '2019-01-01', NULL, 32, '{"name": {"en": "Solid waste import licence", "zh": "固体废物进口许可证"}}', 'gtfwjkxkz'),
	('supervision-document', 'Q', '2019-01-01', NULL, 32, '{"name": {"en": "Medicine customs clearance", "zh": "进口药品通关单"}}', 'jkyptgd'),
	('supervision-document', 'R', '2019-01-01', NULL, 32, '{"name": {"en": "Veterinary medicine clearance", "zh": "进口兽药通关单"}}', 'jksytgd'),
	('supervision-document', 'S', '2019-01-01', NULL, 32, '{"name": {"en": "Pesticide release notice", "zh": "农药进出口登记管理放行通知单"}}', 'nyjckdjglfxtzd'),
	('supervision-document', 'U', '2019-01-01', NULL, 32, '{"name": {"en": "Legal catch clearance certificate", "zh": "合法捕捞产品通关证明"}}', 'hfblcptgzm'),
	('supervision-document', 'V', '2019-01-01', NULL, 32, '{"name": {"en": "Human genetic resources export certificate", "zh": "人类遗传资源材料出口、出境证明"}}', 'rlyczyclckcjzm'),
	('supervision-document', 'X', '2019-01-01', NULL, 32, '{"name": {"en": "Toxic chemicals release notice", "zh": "有毒化学品环境管理放行通知单"}}', 'ydhxphjglfxtzd'),
	('supervision-document', 'Y', '2019-01-01', NULL, 32, '{"name": {"en": "Certificate of origin", "zh": "原产地证明"}}', 'ycdzm'),
	('supervision-document', 'Z', '2019-01-01', NULL, 32, '{"name": {"en": "Disc processing import record", "zh": "赴境外加工光盘进口备案证明"}}', 'fjwjggpjkbazm'),
	('supervision-document', 'a', '2019-01-01', NULL, 32, '{"name": {"en": "Bonded inventory", "zh": "保税核注清单"}}', 'bshzqd'),
	('supervision-document', 'b', '2019-01-01', NULL, 32, '{"name": {"en": "Film and broadcast import slip", "zh": "进口广播电影电视节目带(片)提取单"}}', 'jkgbdydsjmdptqd'),
	('supervision-document', 'c', '2019-01-01', NULL, 32, '{"name": {"en": "Tax notice for domestic sale", "zh": "内销征税联系单"}}', 'nxzslxd'),
	('supervision-document', 'd', '2019-01-01', NULL, 32, '{"name": {"en": "Foreign aid task notice", "zh": "援外项目任务通知函"}}', 'ywxmrwtzh'),
	('supervision-document', 'e', '2019-01-01', NULL, 32, '{"name": {"en": "Cotton certificate, out-of-quota preference", "zh": "关税配额外优惠税率进口棉花配额证"}}', 'gspewyhsljkmhpez'),
	('supervision-document', 'f', '2019-01-01', NULL, 32, '{"name": {"en": "Audio-visual product import approval", "zh": "音像制品（成品）进口批准单"}}', 'yxzpcpjkpzd'),
	('supervision-document', 'g', '2019-01-01', NULL, 32, '{"name": {"en": "Technology export contract registration", "zh": "技术出口合同登记证"}}', 'jsckhtdjz'),
	('supervision-document', 'h', '2019-01-01', NULL, 32, '{"name": {"en": "Verification adjustment form", "zh": "核增核扣表"}}', 'hzhkb'),
	('supervision-document', 'i', '2019-01-01', NULL, 32, '{"name": {"en": "Technology export licence", "zh": "技术出口许可证"}}', 'jsckxkz'),
	('supervision-document', 'k', '2019-01-01', NULL, 32, '{"name": {"en": "Civil explosives permit", "zh": "民用爆炸物品进出口审批单"}}', 'mybzwpjckspd'),
	('supervision-document', 'm', '2019-01-01', NULL, 32, '{"name": {"en": "Banknote transport certificate", "zh": "银行调运人民币现钞进出境证明"}}', 'yhdyrmbxcjcjzm'),
	('supervision-document', 'n', '2019-01-01', NULL, 32, '{"name": {"en": "Audio-visual copyright import approval", "zh": "音像制品（版权引进）批准单"}}', 'yxzpbqyjpzd'),
	('supervision-document', 'q', '2019-01-01', NULL, 32, '{"name": {"en": "Country tariff quota certificate", "zh": "国别关税配额证明"}}', 'gbgspezm'),
	('supervision-document', 'r', '2019-01-01', NULL, 32, '{"name": {"en": "Pre-classification mark", "zh": "预归类标志"}}', 'yglbz'),
	('supervision-document', 's', '2019-01-01', NULL, 32, '{"name": {"en": "ITA end-use certificate", "zh": "适用ITA税率的商品用途认定证明"}}', 'syitasldspytrdzm'),
	('supervision-document', 't', '2019-01-01', NULL, 32, '{"name": {"en": "Tariff quota certificate", "zh": "关税配额证明"}}', 'gspezm'),
	('supervision-document', 'v', '2019-01-01', NULL, 32, '{"name": {"en": "Automatic import licence, processing trade", "zh": "自动进口许可证(加工贸易)"}}', 'zdjkxkzjgmy'),
	('supervision-document', 'x', '2019-01-01', NULL, 32, '{"name": {"en": "Export licence, processing trade", "zh": "出口许可证(加工贸易)"}}', 'ckxkzjgmy'),
	('supervision-document', 'y', '2019-01-01', NULL, 32, '{"name": {"en": "Export licence, border trade", "zh": "出口许可证(边境小额贸易)"}}', 'ckxkzbjxemy'),
	('supervision-document', 'z', '2019-01-01', NULL, 32, '{"name": {"en": "Fossil export permit", "zh": "古生物化石出境批件"}}', 'gswhscjpj'),
	('licence-kind', '325', '2019-01-01', NULL, 33, '{"name": {"en": "Animal and plant quarantine permit", "zh": "进境动植物检疫许可证"}}', 'jjdzwjyxkz'),
	('licence-kind', '203', '2019-01-01', NULL, 33, '{"name": {"en": "Special articles health approval", "zh": "出入境特殊物品卫生检疫审批"}}', 'csjtswpwsjysp'),
	('licence-kind', '330', '2019-01-01', NULL, 33, '{"name": {"en": "GMO safety certificate", "zh": "农业转基因生物安全证书（进口）"}}', 'nyzjyswaqzsjk'),
	('licence-kind', '410', '2019-01-01', NULL, 33, '{"name": {"en": "CCC exemption", "zh": "免予办理强制性产品认证证明"}}', 'myblqzxcprzzm'),
	('licence-kind', '411', '2019-01-01', NULL, 33, '{"name": {"en": "CCC certificate", "zh": "强制性产品认证（CCC认证）证书"}}', 'qzxcprzcccrzzs'),
	('licence-kind', '402', '2019-01-01', NULL, 33, '{"name": {"en": "Used machinery record", "zh": "进口旧机电产品备案"}}', 'jkjjdcpba'),
	('licence-kind', '412', '2019-01-01', NULL, 33, '{"name": {"en": "Coatings record", "zh": "进口涂料备案"}}', 'jktlba'),
	('licence-kind', '428', '2019-01-01', NULL, 33, '{"name": {"en": "Food contact record", "zh": "进口食品接触产品备案书"}}', 'jkspjccpbas'),
	('licence-kind', '430', '2019-01-01', NULL, 33, '{"name": {"en": "Special equipment licence", "zh": "境外特种设备制造许可证"}}', 'jwtzsbzzxkz'),
	('licence-kind', '516', '2019-01-01', NULL, 33, '{"name": {"en": "Cosmetics record", "zh": "进口化妆品产品备案"}}', 'jkhzpcpba'),
	('licence-kind', '517', '2019-01-01', NULL, 33, '{"name": {"en": "Prepacked food label record", "zh": "进口预包装食品标签备案"}}', 'jkybzspbqba'),
	('licence-kind', '519', '2019-01-01', NULL, 33, '{"name": {"en": "Foreign food producer registration", "zh": "进口食品境外生产企业注册"}}', 'jkspjwscqyzc'),
	('licence-kind', '522', '2019-01-01', NULL, 33, '{"name": {"en": "Fruit pre-inspection certificate", "zh": "水果预检验证书"}}', 'sgyjyzs'),
	('licence-kind', '526', '2019-01-01', NULL, 33, '{"name": {"en": "Cosmetics permit", "zh": "进口（非）特殊用途化妆品行政许可批件"}}', 'jkftsythzpxzxkpj'),
	('attachment-kind', '10000002', '2019-01-01', NULL, 35, '{"name": {"en": "Guarantee for exempt goods", "zh": "减免税货物税款担保证明"}}', 'jmshwskdbzm'),
	('licence-kind', '527', '2019-01-01', NULL, 33, '{"name": {"en": "Infant formula registration", "zh": "婴幼儿配方乳粉配方注册证明文件（进口）"}}', 'yyepfsfpfzczmwjjk'),
	('licence-kind', '528', '2019-01-01', NULL, 33, '{"name": {"en": "Medical food registration", "zh": "特殊医学用途配方食品注册证书（进口）"}}', 'tsyxytpfspzczsjk'),
	('licence-kind', '529', '2019-01-01', NULL, 33, '{"name": {"en": "Health food registration", "zh": "保健食品注册证书或保健食品备案凭证（进口）"}}', 'bjspzczshbjspbapzjk'),
	('licence-kind', '601', '2019-01-01', NULL, 33, '{"name": {"en": "Other import certificate", "zh": "进口其他证书"}}', 'jkqszs'),
	('licence-kind', '608', '2019-01-01', NULL, 33, '{"name": {"en": "Medicine licence", "zh": "药品生产/经营许可证"}}', 'ypscjyxkz'),
	('licence-kind', '611', '2019-01-01', NULL, 33, '{"name": {"en": "Feed registration", "zh": "进口饲料和饲料添加剂产品登记证"}}', 'jkslhsltjjcpdjz'),
	('licence-kind', '612', '2019-01-01', NULL, 33, '{"name": {"en": "Medical device registration", "zh": "进口医疗器械注册证"}}', 'jkylqxzcz'),
	('licence-kind', '613', '2019-01-01', NULL, 33, '{"name": {"en": "Energy label record", "zh": "能源效率标识备案"}}', 'nyxlbsba'),
	('licence-kind', '629', '2019-01-01', NULL, 33, '{"name": {"en": "Medical device record", "zh": "进口医疗器械备案证"}}', 'jkylqxbaz'),
	('licence-kind', '900', '2019-01-01', NULL, 33, '{"name": {"en": "Approved meat", "zh": "进口肉类名录"}}', 'jkslml'),
	('licence-kind', '425', '2019-01-01', NULL, 33, '{"name": {"en": "Dangerous goods package use certificate", "zh": "出境危险货物运输包装使用鉴定结果单"}}', 'cjwxhwysbzsyjdjgd'),
	('licence-kind', '426', '2019-01-01', NULL, 33, '{"name": {"en": "Dangerous goods package performance certificate", "zh": "出境危险货物运输包装性能检验结果单"}}', 'cjwxhwysbzxnjyjgd'),
	('licence-kind', '518', '2019-01-01', NULL, 33, '{"name": {"en": "Export food producer record", "zh": "出口食品生产企业备案"}}', 'ckspscqyba'),
	('licence-kind', '602', '2019-01-01', NULL, 33, '{"name": {"en": "Other export certificate", "zh": "出口其他证书"}}', 'ckqszs'),
	('licence-kind', '618', '2019-01-01', NULL, 33, '{"name": {"en": "Hazard classification report", "zh": "危险特性分类鉴别报告"}}', 'wxtxfljbbg'),
	('enterprise-qualification', '100', '2019-01-01', NULL, 34, '{"name": {"en": "Clearance", "zh": "通关司类"}}', 'tgsl'),
	('enterprise-qualification', '101', '2019-01-01', NULL, 34, '{"name": {"en": "Quarantine treatment unit", "zh": "检疫处理单位审批"}}', 'jycldwsp'),
	('enterprise-qualification', '306', '2019-01-01', NULL, 34, '{"name": {"en": "Feed producer registration", "zh": "进口饲料和饲料添加剂生产企业注册登记"}}', 'jkslhsltjjscqyzcdj'),
	('enterprise-qualification', '322', '2019-01-01', NULL, 34, '{"name": {"en": "Feed importer record", "zh": "饲料进口企业备案"}}', 'sljkqyba'),
	('enterprise-qualification', '326', '2019-01-01', NULL, 34, '{"name": {"en": "Grain processor registration", "zh": "进境粮食加工储存单位注册"}}', 'jjlsjgccdwzc'),
	('enterprise-qualification', '327', '2019-01-01', NULL, 34, '{"name": {"en": "Foreign grain exporter registration", "zh": "进口粮食境外出口、仓储企业注册登记"}}', 'jklsjwckccqyzcdj'),
	('enterprise-qualification', '400', '2019-01-01', NULL, 34, '{"name": {"en": "Inspection", "zh": "检验司类"}}', 'jysl'),
	('enterprise-qualification', '415', '2019-01-01', NULL, 34, '{"name": {"en": "Container yard registration", "zh": "进出境集装箱场站登记"}}', 'jcjjzxczdj'),
	('enterprise-qualification', '500', '2019-01-01', NULL, 34, '{"name": {"en": "Food", "zh": "食品局类"}}', 'spjl'),
	('enterprise-qualification', '508', '2019-01-01', NULL, 34, '{"name": {"en": "Foreign food exporter record", "zh": "进口食品境外出口商代理商备案"}}', 'jkspjwcksdlsba'),
	('enterprise-qualification', '509', '2019-01-01', NULL, 34, '{"name": {"en": "Food importer record", "zh": "进口食品进口商备案"}}', 'jkspjksba'),
	('enterprise-qualification', '510', '2019-01-01', NULL, 34, '{"name": {"en": "Meat consignee record", "zh": "进口肉类收货人备案"}}', 'jkslshrba'),
	('enterprise-qualification', '511', '2019-01-01', NULL, 34, '{"name": {"en": "Meat cold store record", "zh": "进口肉类存储冷库备案"}}', 'jkslcclkba'),
	('enterprise-qualification', '513', '2019-01-01', NULL, 34, '{"name": {"en": "Aquatic product cold store record", "zh": "进口水产品存储冷库备案"}}', 'jkscpcclkba'),
	('enterprise-qualification', '515', '2019-01-01', NULL, 34, '{"name": {"en": "Cosmetics consignee record", "zh": "进口化妆品收货人备案"}}', 'jkhzpshrba'),
	('enterprise-qualification', '600', '2019-01-01', NULL, 34, '{"name": {"en": "General", "zh": "综合类"}}', 'zhl'),
	('enterprise-qualification', '308', '2019-01-01', NULL, 34, '{"name": {"en": "Wood packaging treatment mark", "zh": "出境货物木质包装除害处理标识加施资格申请"}}', 'cjhwmzbzchclbsjszgsq'),
	('enterprise-qualification', '310', '2019-01-01', NULL, 34, '{"name": {"en": "Bamboo and wood producer registration", "zh": "出境竹木草制品生产企业注册登记"}}', 'cjzmczpscqyzcdj'),
	('enterprise-qualification', '514', '2019-01-01', NULL, 34, '{"name": {"en": "Export cosmetics producer record", "zh": "出口化妆品生产企业备案"}}', 'ckhzpscqyba'),
	('enterprise-qualification', '602', '2019-01-01', NULL, 34, '{"name": {"en": "Other export certificate", "zh": "出口其他证书"}}', 'ckqszs'),
	('attachment-kind', '00000001', '2019-01-01', NULL, 35, '{"name": {"en": "Invoice", "zh": "发票"}}', 'fp'),
	('attachment-kind', '00000002', '2019-01-01', NULL, 35, '{"name": {"en": "Packing list", "zh": "装箱单"}}', 'zxd'),
	('attachment-kind', '00000003', '2019-01-01', NULL, 35, '{"name": {"en": "Bill of lading or waybill", "zh": "提/运单"}}', 'tyd'),
	('attachment-kind', '00000004', '2019-01-01', NULL, 35, '{"name": {"en": "Contract", "zh": "合同"}}', 'ht'),
	('attachment-kind', '00000008', '2019-01-01', NULL, 35, '{"name": {"en": "Broker agreement, paper", "zh": "代理报关委托协议（纸质）"}}', 'dlbgwtxyzz'),
	('attachment-kind', '00000009', '2019-01-01', NULL, 35, '{"name": {"en": "Evidence of origin", "zh": "原产地证据文件"}}', 'ycdzjwj'),
	('attachment-kind', '00000010', '2019-01-01', NULL, 35, '{"name": {"en": "Manifest", "zh": "载货清单（舱单）"}}', 'zhqdcd'),
	('attachment-kind', '00000012', '2019-01-01', NULL, 35, '{"name": {"en": "Royalty contract", "zh": "特许权使用费合同/协议"}}', 'txqsyfhtxy'),
	('attachment-kind', '00000013', '2019-01-01', NULL, 35, '{"name": {"en": "Royalty invoice", "zh": "特许权使用费发票"}}', 'txqsyffp'),
	('attachment-kind', '00000016', '2019-01-01', NULL, 35, '{"name": {"en": "Royalty, other", "zh": "特许权使用费其他材料"}}', 'txqsyfqscl'),
	('attachment-kind', '10000001', '2019-01-01', NULL, 35, '{"name": {"en": "Broker agreement, electronic", "zh": "代理报关委托协议（电子）"}}', 'dlbgwtxydz'),
	('attachment-kind', '10000003', '2019-01-01', NULL, 35, '{"name": {"en": "Guarantee extension", "zh": "减免税货物税款担保延期证明"}}', 'jmshwskdbyqzm'),
	('attachment-kind', '20000011', '2019-01-01', NULL, 35, '{"name": {"en": "Veterinary certificate", "zh": "兽医（卫生）证书"}}', 'sywszs'),
	('attachment-kind', '20000012', '2019-01-01', NULL, 35, '{"name": {"en": "Animal quarantine certificate", "zh": "动物检疫证书"}}', 'dwjyzs'),
	('attachment-kind', '20000013', '2019-01-01', NULL, 35, '{"name": {"en": "Phytosanitary certificate", "zh": "植物检疫证书"}}', 'zwjyzs'),
	('attachment-kind', '20000014', '2019-01-01', NULL, 35, '{"name": {"en": "Pre-shipment inspection certificate", "zh": "装运前检验证书"}}', 'zyqjyzs'),
	('attachment-kind', '20000015', '2019-01-01', NULL, 35, '{"name": {"en": "Weight certificate", "zh": "重量证书"}}', 'zlzs'),
	('attachment-kind', '20000017', '2019-01-01', NULL, 35, '{"name": {"en": "Fumigation certificate", "zh": "熏蒸证书"}}', 'xzzs'),
	('attachment-kind', '20000020', '2019-01-01', NULL, 35, '{"name": {"en": "Fruit pre-inspection certificate", "zh": "水果预检验证书"}}', 'sgyjyzs'),
	('attachment-kind', '20000022', '2019-01-01', NULL, 35, '{"name": {"en": "Test report", "zh": "检测报告"}}', 'jcbg'),
	('attachment-kind', '20000023', '2019-01-01', NULL, 35, '{"name": {"en": "Hazard classification report", "zh": "危险特性分类鉴别报告"}}', 'wxtxfljbbg'),
	('attachment-kind', '20000024', '2019-01-01', NULL, 35, '{"name": {"en": "Type test report", "zh": "型式试验报告"}}', 'xssybg'),
	('attachment-kind', '50000001', '2019-01-01', NULL, 35, '{"name": {"en": "Evidence from the enterprise", "zh": "企业提供的证明材料"}}', 'qytgdzmcl'),
	('attachment-kind', '50000002', '2019-01-01', NULL, 35, '{"name": {"en": "Declaration by the enterprise", "zh": "企业提供的声明"}}', 'qytgdsm'),
	('attachment-kind', '50000003', '2019-01-01', NULL, 35, '{"name": {"en": "Labels", "zh": "企业提供的标签标识"}}', 'qytgdbqbs'),
	('attachment-kind', '50000004', '2019-01-01', NULL, 35, '{"name": {"en": "Other from the enterprise", "zh": "企业提供的其他"}}', 'qytgdqs'),
	('dangerous-package', '1A1', '2019-01-01', NULL, 36, '{"name": {"en": "Steel drum, closed head", "zh": "闭口钢桶"}}', 'bkgt'),
	('dangerous-package', '1A2', '2019-01-01', NULL, 36, '{"name": {"en": "Steel drum, open head", "zh": "开口钢桶"}}', 'kkgt'),
	('dangerous-package', '1B1', '2019-01-01', NULL, 36, '{"name": {"en": "Aluminium drum, closed head", "zh": "闭口铝桶"}}', 'bklt'),
	('dangerous-package', '1B2', '2019-01-01', NULL, 36, '{"name": {"en": "Aluminium drum, open head", "zh": "开口铝桶"}}', 'kklt'),
	('dangerous-package', '1D', '2019-01-01', NULL, 36, '{"name": {"en": "Plywood drum", "zh": "胶合板桶"}}', 'jhbt'),
	('dangerous-package', '1G', '2019-01-01', NULL, 36, '{"name": {"en": "Fibre drum", "zh": "纤维桶"}}', 'xwt'),
	('dangerous-package', '1H1', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic drum, closed head", "zh": "闭口塑料桶"}}', 'bkslt'),
	('dangerous-package', '1H2', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic drum, open head", "zh": "开口塑料桶"}}', 'kkslt'),
	('dangerous-package', '3A1', '2019-01-01', NULL, 36, '{"name": {"en": "Steel jerrican, closed head", "zh": "闭口钢罐"}}', 'bkgg'),
	('dangerous-package', '3A2', '2019-01-01', NULL, 36, '{"name": {"en": "Steel jerrican, open head", "zh": "开口钢罐"}}', 'kkgg'),
	('dangerous-package', '3H1', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic jerrican, closed head", "zh": "闭口塑料罐"}}', 'bkslg'),
	('dangerous-package', '3H2', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic jerrican, open head", "zh": "开口塑料罐"}}', 'kkslg'),
	('dangerous-package', '4A', '2019-01-01', NULL, 36, '{"name": {"en": "Steel box", "zh": "钢箱"}}', 'gx'),
	('dangerous-package', '4B', '2019-01-01', NULL, 36, '{"name": {"en": "Aluminium box", "zh": "铝箱"}}', 'lx'),
	('dangerous-package', '4C1', '2019-01-01', NULL, 36, '{"name": {"en": "Wooden box, ordinary", "zh": "木箱"}}', 'mx'),
	('dangerous-package', '4C2', '2019-01-01', NULL, 36, '{"name": {"en": "Wooden box, sift-proof", "zh": "防漏木箱"}}', 'flmx'),
	('dangerous-package', '4D', '2019-01-01', NULL, 36, '{"name": {"en": "Plywood box", "zh": "胶合板箱"}}', 'jhbx'),
	('dangerous-package', '4F', '2019-01-01', NULL, 36, '{"name": {"en": "Reconstituted wood box", "zh": "再生木箱"}}', 'zsmx'),
	('dangerous-package', '4G', '2019-01-01', NULL, 36, '{"name": {"en": "Fibreboard box", "zh": "纤维板箱"}}', 'xwbx'),
	('dangerous-package', '4H1', '2019-01-01', NULL, 36, '{"name": {"en": "Expanded plastic box", "zh": "泡沫塑料箱"}}', 'pmslx'),
	('dangerous-package', '4H2', '2019-01-01', NULL, 36, '{"name": {"en": "Solid plastic box", "zh": "硬塑料箱"}}', 'yslx'),
	('dangerous-package', '5H1', '2019-01-01', NULL, 36, '{"name": {"en": "Woven plastic bag", "zh": "塑料编织袋"}}', 'slbzd'),
	('dangerous-package', '5H4', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic film bag", "zh": "塑料薄膜袋"}}', 'slbmd'),
	('dangerous-package', '5M1', '2019-01-01', NULL, 36, '{"name": {"en": "Multiwall paper bag", "zh": "多层纸袋"}}', 'dczd'),
	('dangerous-package', '5M2', '2019-01-01', NULL, 36, '{"name": {"en": "Multiwall paper bag, water resistant", "zh": "防水多层纸袋"}}', 'fsdczd'),
	('dangerous-package', '6HA1', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic in steel drum", "zh": "钢塑复合桶"}}', 'gsfht'),
	('dangerous-package', '6HG1', '2019-01-01', NULL, 36, '{"name": {"en": "Plastic in fibre drum", "zh": "纤维塑料复合桶"}}', 'xwslfht'),
	('certificate-kind', '11', '2019-01-01', NULL, 37, '{"name": {"en": "Quality certificate", "zh": "品质证书"}}', 'pzzs'),
	('certificate-kind', '12', '2019-01-01', NULL, 37, '{"name": {"en": "Weight certificate", "zh": "重量证书"}}', 'zlzs'),
	('certificate-kind', '13', '2019-01-01', NULL, 37, '{"name": {"en": "Quantity certificate", "zh": "数量证书"}}', 'slzs'),
	('certificate-kind', '14', '2019-01-01', NULL, 37, '{"name": {"en": "Veterinary health certificate", "zh": "兽医卫生证书"}}', 'sywszs'),
	('certificate-kind', '15', '2019-01-01', NULL, 37, '{"name": {"en": "Health certificate", "zh": "健康证书"}}', 'jkzs'),
	('certificate-kind', '16', '2019-01-01', NULL, 37, '{"name": {"en": "Sanitary certificate", "zh": "卫生证书"}}', 'wszs'),
	('certificate-kind', '17', '2019-01-01', NULL, 37, '{"name": {"en": "Animal health certificate", "zh": "动物卫生证书"}}', 'dwwszs'),
	('certificate-kind', '18', '2019-01-01', NULL, 37, '{"name": {"en": "Phytosanitary certificate", "zh": "植物检疫证书"}}', 'zwjyzs'),
	('certificate-kind', '19', '2019-01-01', NULL, 37, '{"name": {"en": "Fumigation or disinfection certificate", "zh": "熏蒸/消毒证书"}}', 'xzxdzs'),
	('certificate-kind', '20', '2019-01-01', NULL, 37, '{"name": {"en": "Exchange certificate for export", "zh": "出境货物换证凭单"}}', 'cjhwhzpd'),
	('certificate-kind', '21', '2019-01-01', NULL, 37, '{"name": {"en": "Inspection and quarantine certificate, import", "zh": "入境货物检验检疫证明"}}', 'sjhwjyjyzm'),
	('certificate-kind', '22', '2019-01-01', NULL, 37, '{"name": {"en": "Notice of non-conformity, export", "zh": "出境货物不合格通知单"}}', 'cjhwbhgtzd'),
	('tariff', '0202300090', '2019-01-01', NULL, 38, '{"code": "0202300090", "name": {"en": "Boneless beef, frozen", "zh": "冻去骨牛肉"}, "mfnRate": "0.12", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "加工方法", "牛肉部位", "包装规格", "英文品名", "品牌", "厂号", "牛种", "牛龄", "级别", "饲养方式", "签约日期", "加工程度"], "documents": ["4", "7", "A", "B", "x"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.7"}', 'dqgns'),
	('tariff', '0203290090', '2019-01-01', NULL, 38, '{"code": "0203290090", "name": {"en": "Pork cuts, frozen", "zh": "冻猪肉（其他）"}, "mfnRate": "0.12", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "加工方法", "包装规格", "厂号"], "documents": ["4", "7", "A", "B", "x"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.7"}', 'dzsqs'),
	('tariff', '0207120000', '2019-01-01', NULL, 38, '{"code": "0207120000", "name": {"en": "Whole chickens, frozen", "zh": "冻整鸡"}, "mfnRate": "0", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "加工方法", "厂号", "品牌"], "documents": ["4", "x", "7", "A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0"}', 'dzj'),
	('tariff', '0302141000', '2019-01-01', NULL, 38, '{"code": "0302141000", "name": {"en": "Atlantic salmon, fresh or chilled", "zh": "鲜、冷大西洋鲑鱼"}, "mfnRate": "0.1", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "拉丁名称", "个体重量"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.4"}', 'xldxygy'),
	('tariff', '0303130000', '2019-01-01', NULL, 38, '{"code": "0303130000", "name": {"en": "Atlantic salmon, frozen", "zh": "冻大西洋鲑鱼"}, "mfnRate": "0.07", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "拉丁名称", "个体重量"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.4"}', 'ddxygy'),
	('tariff', '0306172100', '2019-01-01', NULL, 38, '{"code": "0306172100", "name": {"en": "Shrimps, shelled, frozen", "zh": "冻对虾仁"}, "mfnRate": "0.07", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "状态", "拉丁名称", "规格", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.7"}', 'ddxr'),
	('tariff', '0402210000', '2019-01-01', NULL, 38, '{"code": "0402210000", "name": {"en": "Whole milk powder, unsweetened", "zh": "全脂未加糖奶粉"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "外观", "脂肪含量", "成分含量", "包装规格", "品牌"], "documents": ["7", "A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.4"}', 'qzwjtnf'),
	('tariff', '0405100000', '2019-01-01', NULL, 38, '{"code": "0405100000", "name": {"en": "Butter", "zh": "黄油"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.9"}', 'hy'),
	('tariff', '0406100000', '2019-01-01', NULL, 38, '{"code": "0406100000", "name": {"en": "Fresh cheese", "zh": "鲜乳酪"}, "mfnRate": "0.12", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "成分含量", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.9"}', 'xsl'),
	('tariff', '0709600000', '2019-01-01', NULL, 38, '{"code": "0709600000", "name": {"en": "Peppers of capsicum, fresh or chilled", "zh": "鲜、冷辣椒"}, "mfnRate": "0.13", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.7"}', 'xllj'),
	('tariff', '0805100000', '2019-01-01', NULL, 38, '{"code": "0805100000", "name": {"en": "Oranges", "zh": "鲜、干橙"}, "mfnRate": "0.11", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "种类", "等级", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "1"}', 'xgc'),
	('tariff', '0805219000', '2019-01-01', NULL, 38, '{"code": "0805219000", "name": {"en": "Mandarins", "zh": "鲜、干柑橘"}, "mfnRate": "0.12", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "等级"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "1"}', 'xggj'),
	('tariff', '0806100000', '2019-01-01', NULL, 38, '{"code": "0806100000", "name": {"en": "Grapes, fresh", "zh": "鲜葡萄"}, "mfnRate": "0.13", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "种类", "规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.8"}', 'xpt'),
	('tariff', '0808100000', '2019-01-01', NULL, 38, '{"code": "0808100000", "name": {"en": "Apples, fresh", "zh": "鲜苹果"}, "mfnRate": "0.1", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "种类", "等级", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "1"}', 'xpg'),
	('tariff', '0809290000', '2019-01-01', NULL, 38, '{"code": "0809290000", "name": {"en": "Sweet cherries, fresh", "zh": "鲜甜樱桃（车厘子）"}, "mfnRate": "0.1", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "等级", "品种", "品牌", "尺寸"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.7"}', 'xtytclz'),
	('tariff', '0810500000', '2019-01-01', NULL, 38, '{"code": "0810500000", "name": {"en": "Kiwifruit, fresh", "zh": "鲜猕猴桃"}, "mfnRate": "0.2", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "种类", "等级"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.8"}', 'xmht'),
	('tariff', '0901110000', '2019-01-01', NULL, 38, '{"code": "0901110000", "name": {"en": "Coffee, not roasted", "zh": "未焙炒咖啡豆"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "品种", "产区"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.5"}', 'wbckfd'),
	('tariff', '0901210000', '2019-01-01', NULL, 38, '{"code": "0901210000", "name": {"en": "Coffee, roasted", "zh": "已焙炒咖啡"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "品种", "产区"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'ybckf'),
	('tariff', '0902409000', '2019-01-01', NULL, 38, '{"code": "0902409000", "name": {"en": "Black tea, packings over 3 kg", "zh": "红茶（大包装）"}, "mfnRate": "0.15", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法", "内包装每件净重", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'hcdbz');
INSERT INTO reference.entry VALUES
	('tariff', '0904210000', '2019-01-01', NULL, 38, '{"code": "0904210000", "name": {"en": "Dried chillies, whole", "zh": "干辣椒"}, "mfnRate": "0.2", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "制作或保存方法"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.7"}', 'glj'),
	('tariff', '0910110000', '2019-01-01', NULL, 38, '{"code": "0910110000", "name": {"en": "Ginger, whole", "zh": "未磨的姜"}, "mfnRate": "0.15", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "加工方法"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "0.5"}', 'wmdj'),
	('tariff', '1005900090', '2019-01-01', NULL, 38, '{"code": "1005900090", "name": {"en": "Maize, other", "zh": "其他玉米"}, "mfnRate": "0.65", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "是否种用"], "documents": ["4", "x", "A", "B", "y"], "firstUnit": "035", "rebateRate": "0", "generalRate": "1.8"}', 'qsym'),
	('tariff', '1201901000', '2019-01-01', NULL, 38, '{"code": "1201901000", "name": {"en": "Yellow soya beans, not seed", "zh": "非种用黄大豆"}, "mfnRate": "0.03", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "种类", "蛋白含量", "油含量", "升贴水"], "documents": ["7", "A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "1.8"}', 'fzyhdd'),
	('tariff', '1511100000', '2019-01-01', NULL, 38, '{"code": "1511100000", "name": {"en": "Crude palm oil", "zh": "初榨棕榈油"}, "mfnRate": "0.09", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "加工方法", "加工程度"], "documents": ["7", "A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.6"}', 'czzly'),
	('tariff', '1512190000', '2019-01-01', NULL, 38, '{"code": "1512190000", "name": {"en": "Sunflower oil, refined", "zh": "精制葵花油"}, "mfnRate": "0.09", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "加工方法", "加工程度"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.09", "generalRate": "1.6"}', 'jzkhy'),
	('tariff', '1704900000', '2019-01-01', NULL, 38, '{"code": "1704900000", "name": {"en": "Sugar confectionery without cocoa", "zh": "糖果（不含可可）"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "包装规格", "品牌", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'tgbhkk'),
	('tariff', '1806310000', '2019-01-01', NULL, 38, '{"code": "1806310000", "name": {"en": "Filled chocolate bars", "zh": "夹心巧克力块、条"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "形状", "容器包装或内包装每件净重", "是否夹心", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'jxqklkt'),
	('tariff', '1806320000', '2019-01-01', NULL, 38, '{"code": "1806320000", "name": {"en": "Chocolate bars, not filled", "zh": "不夹心巧克力块、条"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "形状", "容器包装或内包装每件净重", "是否夹心", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'bjxqklkt'),
	('tariff', '1901101000', '2019-01-01', NULL, 38, '{"code": "1901101000", "name": {"en": "Infant formula, retail", "zh": "婴幼儿配方奶粉（零售装）"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "用途", "包装规格", "品牌"], "documents": ["7", "A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'yyepfnflsz'),
	('tariff', '1905310000', '2019-01-01', NULL, 38, '{"code": "1905310000", "name": {"en": "Sweet biscuits", "zh": "甜饼干"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'tbg'),
	('tariff', '2103909000', '2019-01-01', NULL, 38, '{"code": "2103909000", "name": {"en": "Hotpot seasoning and other condiments", "zh": "火锅底料及其他调味品"}, "mfnRate": "0.12", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.9"}', 'hgdljqsdwp'),
	('tariff', '2203000000', '2019-01-01', NULL, 38, '{"code": "2203000000", "name": {"en": "Beer", "zh": "啤酒"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品名", "是否麦芽酿造", "酒精含量", "麦芽浓度", "包装规格", "品牌", "生产日期"], "documents": ["A", "B"], "firstUnit": "095", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0"}', 'pj'),
	('tariff', '2204210000', '2019-01-01', NULL, 38, '{"code": "2204210000", "name": {"en": "Wine, containers up to 2 l", "zh": "葡萄酒（2升及以下）"}, "mfnRate": "0.14", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品名", "加工方法", "酒精浓度", "级别", "年份", "产区", "酒庄名", "葡萄品种", "包装规格"], "documents": ["A", "B"], "firstUnit": "095", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.8", "consumptionRate": "0.1"}', 'ptj2sjyx'),
	('tariff', '2208300000', '2019-01-01', NULL, 38, '{"code": "2208300000", "name": {"en": "Whisky", "zh": "威士忌"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品名", "原料", "酒精浓度", "包装规格", "品牌", "产地"], "documents": ["A", "B"], "firstUnit": "095", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.8", "consumptionRate": "0.2"}', 'wsj'),
	('tariff', '2304001000', '2019-01-01', NULL, 38, '{"code": "2304001000", "name": {"en": "Soya bean meal", "zh": "豆粕"}, "mfnRate": "0.05", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "原料"], "documents": ["7", "A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.3"}', 'dp'),
	('tariff', '2601112000', '2019-01-01', NULL, 38, '{"code": "2601112000", "name": {"en": "Iron ore fines, 0.8 to 6.3 mm", "zh": "铁矿砂（0.8至6.3毫米）"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "加工方法", "外观", "成分含量", "平均粒度", "来源", "签约日期", "定价方式", "需要二次结算、无需二次结算", "计价日期"], "documents": ["7", "A"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0"}', 'tks08z63hm'),
	('tariff', '2603000090', '2019-01-01', NULL, 38, '{"code": "2603000090", "name": {"en": "Copper concentrates", "zh": "铜精矿"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "加工方法", "外观", "成分含量", "含水率", "来源", "签约日期", "定价方式", "需要二次结算、无需二次结算", "计价日期"], "documents": ["7", "A"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0"}', 'tjk'),
	('tariff', '2711199010', '2019-01-01', NULL, 38, '{"code": "2711199010", "name": {"en": "Liquefied petroleum gas, other", "zh": "其他液化石油气"}, "mfnRate": "0.03", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "状态", "成分含量", "加工方法", "定价方式", "需要二次结算、无需二次结算", "签约日期", "计价日期"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.2"}', 'qsyhsyq'),
	('tariff', '2835251000', '2019-01-01', NULL, 38, '{"code": "2835251000", "name": {"en": "Dicalcium phosphate, feed grade", "zh": "饲料级磷酸氢钙"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "成分含量"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.2"}', 'sljlsqg'),
	('tariff', '2836910000', '2019-01-01', NULL, 38, '{"code": "2836910000", "name": {"en": "Lithium carbonate", "zh": "碳酸锂"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.3"}', 'tsl'),
	('tariff', '2905110000', '2019-01-01', NULL, 38, '{"code": "2905110000", "name": {"en": "Methanol", "zh": "甲醇"}, "mfnRate": "0.055", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "用途", "包装规格", "签约日期", "定价方式", "需要二次结算、无需二次结算", "计价日期"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.3"}', 'jc'),
	('tariff', '2936270030', '2019-01-01', NULL, 38, '{"code": "2936270030", "name": {"en": "Vitamin C, coated", "zh": "包衣维生素C"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "用途", "包装"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.2"}', 'bywssc'),
	('tariff', '3002150010', '2019-01-01', NULL, 38, '{"code": "3002150010", "name": {"en": "Cancer medicines, immunological", "zh": "抗癌药制剂（免疫制品）"}, "mfnRate": "0.03", "vatRate": "0.03", "elements": ["品牌类型", "出口享惠情况", "用途", "加工工艺", "是否配定剂量", "是否零售包装", "是否为检定参照物", "品牌", "型号", "包装规格"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.2"}', 'kayzjmyzp'),
	('tariff', '3004201100', '2019-01-01', NULL, 38, '{"code": "3004201100", "name": {"en": "Cefotaxime preparations", "zh": "头孢噻肟制剂"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "成分", "是否配定剂量或零售包装", "品牌", "包装规格"], "documents": ["Q"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.3"}', 'tbswzj'),
	('tariff', '3102100090', '2019-01-01', NULL, 38, '{"code": "3102100090", "name": {"en": "Urea, other", "zh": "其他尿素"}, "mfnRate": "0.5", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "每包重量", "总氮含量", "品牌", "型号", "成分含量"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0", "generalRate": "1.5"}', 'qsns'),
	('tariff', '3206111000', '2019-01-01', NULL, 38, '{"code": "3206111000", "name": {"en": "Titanium dioxide white", "zh": "钛白粉"}, "mfnRate": "0.065", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "成分含量", "用途", "包装", "型号", "品牌", "级别", "签约日期"], "documents": ["4", "x", "y"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.3"}', 'tbf'),
	('tariff', '3303000010', '2019-01-01', NULL, 38, '{"code": "3303000010", "name": {"en": "Perfume, by weight", "zh": "香水（标重）"}, "mfnRate": "0.03", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "011", "generalRate": "1.5", "consumptionRate": "0.15"}', 'xsbz'),
	('tariff', '3304910000', '2019-01-01', NULL, 38, '{"code": "3304910000", "name": {"en": "Make-up powders", "zh": "化妆粉"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "011", "generalRate": "1.5", "consumptionRate": "0.15"}', 'hzf'),
	('tariff', '3304990029', '2019-01-01', NULL, 38, '{"code": "3304990029", "name": {"en": "Skin care, by weight", "zh": "其他美容护肤品（标重）"}, "mfnRate": "0.01", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "包装规格", "品牌"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "011", "generalRate": "1.5", "consumptionRate": "0.15"}', 'qsmshfpbz'),
	('tariff', '3305100090', '2019-01-01', NULL, 38, '{"code": "3305100090", "name": {"en": "Shampoo", "zh": "洗发香波"}, "mfnRate": "0.03", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "包装规格", "品牌", "型号"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1.5"}', 'xfxb'),
	('tariff', '3818001900', '2019-01-01', NULL, 38, '{"code": "3818001900", "name": {"en": "Silicon wafers over 15.24 cm", "zh": "直径15.24厘米以上单晶硅片"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "外观", "成分", "直径", "加工程度"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "020", "generalRate": "0.11"}', 'zj1524lmysdjgp'),
	('tariff', '3901200099', '2019-01-01', NULL, 38, '{"code": "3901200099", "name": {"en": "High density polyethylene", "zh": "高密度聚乙烯"}, "mfnRate": "0.065", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "外观", "成分含量", "单体单元的种类和比例", "比重", "底料来源", "级别", "品牌", "型号", "签约日期", "用途"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.45"}', 'gmdjyx'),
	('tariff', '3902100090', '2019-01-01', NULL, 38, '{"code": "3902100090", "name": {"en": "Polypropylene", "zh": "聚丙烯"}, "mfnRate": "0.065", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "外观", "成分含量", "单体单元的种类和比例", "底料来源", "级别", "品牌", "型号", "签约日期", "用途"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.45"}', 'jbx'),
	('tariff', '3907400000', '2019-01-01', NULL, 38, '{"code": "3907400000", "name": {"en": "Polycarbonate", "zh": "聚碳酸酯"}, "mfnRate": "0.065", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "外观", "成分含量", "底料来源", "品牌", "型号", "签约日期"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.45"}', 'jtsz'),
	('tariff', '3920101000', '2019-01-01', NULL, 38, '{"code": "3920101000", "name": {"en": "Battery separator film", "zh": "锂电池隔膜"}, "mfnRate": "0.065", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "外观", "是否与其他材料合制", "成分", "规格尺寸", "是否非泡沫", "品牌", "型号", "适用电池种类"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.45"}', 'ldcgm'),
	('tariff', '3923290000', '2019-01-01', NULL, 38, '{"code": "3923290000", "name": {"en": "Plastic bags, not of ethylene", "zh": "塑料袋（非乙烯）"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "规格或型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'sldfyx'),
	('tariff', '3926901000', '2019-01-01', NULL, 38, '{"code": "3926901000", "name": {"en": "Plastic parts for machines", "zh": "机器用塑料零件"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "规格和型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.35"}', 'jqysllj'),
	('tariff', '3926909090', '2019-01-01', NULL, 38, '{"code": "3926909090", "name": {"en": "Other articles of plastics", "zh": "其他塑料制品"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "规格和型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'qsslzp'),
	('tariff', '4001210000', '2019-01-01', NULL, 38, '{"code": "4001210000", "name": {"en": "Natural rubber, smoked sheets", "zh": "天然橡胶烟胶片"}, "mfnRate": "0.2", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "外观", "型号", "包装", "签约日期"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.4"}', 'trxjyjp'),
	('tariff', '4001220000', '2019-01-01', NULL, 38, '{"code": "4001220000", "name": {"en": "Technically specified natural rubber", "zh": "技术分类天然橡胶"}, "mfnRate": "0.2", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "外观", "型号", "包装规格", "是否随附生产国主管当局出具的检验证书，并列明橡胶的", "签约日期"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.4"}', 'jsfltrxj'),
	('tariff', '4011100000', '2019-01-01', NULL, 38, '{"code": "4011100000", "name": {"en": "Tyres for cars", "zh": "轿车轮胎"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "型号", "辋圈尺寸", "断面宽度", "胎面花纹", "品牌", "速度等级"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "015", "generalRate": "0.5"}', 'jclt'),
	('tariff', '4011200090', '2019-01-01', NULL, 38, '{"code": "4011200090", "name": {"en": "Tyres for buses and lorries", "zh": "客货车轮胎"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "型号", "辋圈尺寸", "断面宽度", "胎面花纹", "品牌"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "015", "generalRate": "0.5"}', 'khclt'),
	('tariff', '4011400000', '2019-01-01', NULL, 38, '{"code": "4011400000", "name": {"en": "Tyres for motorcycles", "zh": "摩托车轮胎"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "型号", "辋圈尺寸", "断面宽度", "胎面花纹", "品牌"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "015", "generalRate": "0.8"}', 'mtclt'),
	('tariff', '4407111019', '2019-01-01', NULL, 38, '{"code": "4407111019", "name": {"en": "Scots pine boards, finger-jointed", "zh": "端部接合樟子松板材"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "种类", "规格", "加工方法", "等级", "蓝变、未蓝变", "带边皮、不带边皮", "烘干、未烘干", "签约日期"], "documents": ["A", "B"], "firstUnit": "035", "rebateRate": "0", "secondUnit": "033", "generalRate": "0.14"}', 'dbjhzzsbc'),
	('tariff', '4703210090', '2019-01-01', NULL, 38, '{"code": "4703210090", "name": {"en": "Bleached softwood pulp", "zh": "漂白针叶木浆"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "加工方法", "水分含量", "品牌", "签约日期", "形状"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.08"}', 'pbzymj'),
	('tariff', '4703290000', '2019-01-01', NULL, 38, '{"code": "4703290000", "name": {"en": "Bleached hardwood pulp", "zh": "漂白阔叶木浆"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "加工方法", "水分含量", "品牌", "签约日期", "形状"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.08"}', 'pbkymj'),
	('tariff', '4802570090', '2019-01-01', NULL, 38, '{"code": "4802570090", "name": {"en": "Uncoated paper, 40 to 150 g", "zh": "胶版纸以外未涂布纸"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "种类", "加工程度", "规格", "纤维种类和含量", "签约日期", "品牌或厂商"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.3"}', 'jbzywwtbz'),
	('tariff', '5205120000', '2019-01-01', NULL, 38, '{"code": "5205120000", "name": {"en": "Cotton yarn, single", "zh": "棉单纱"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "梳理方法", "纱线形态", "是否供零售用", "成分含量", "纱线细度", "品牌", "加工工艺"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'mds'),
	('tariff', '6109100021', '2019-01-01', NULL, 38, '{"code": "6109100021", "name": {"en": "Men''s cotton T-shirts", "zh": "棉制男式T恤衫"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "织造方法", "种类", "如为T恤衫，请申报是否有领、是否有扣、是否有拉链", "成分含量", "品牌", "货号"], "documents": ["A"], "firstUnit": "011", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.9"}', 'mznstxs'),
	('tariff', '6203429062', '2019-01-01', NULL, 38, '{"code": "6203429062", "name": {"en": "Men''s cotton trousers", "zh": "棉制男式长裤"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "织造方法", "种类", "类别", "成分含量", "品牌", "货号"], "documents": ["A"], "firstUnit": "015", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.9"}', 'mznszk'),
	('tariff', '6302211000', '2019-01-01', NULL, 38, '{"code": "6302211000", "name": {"en": "Printed cotton bed sheets", "zh": "棉制印花床单"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "织造方法", "成分含量"], "documents": [], "firstUnit": "015", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.9"}', 'mzyhcd'),
	('tariff', '6402992900', '2019-01-01', NULL, 38, '{"code": "6402992900", "name": {"en": "Footwear with plastic uppers", "zh": "塑料面鞋靴"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "款式", "鞋面材料", "鞋底材料", "品牌", "货号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "025", "generalRate": "1"}', 'slmxx'),
	('tariff', '6403990090', '2019-01-01', NULL, 38, '{"code": "6403990090", "name": {"en": "Footwear with leather uppers", "zh": "皮革面鞋靴"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "款式", "鞋面材料", "鞋底材料", "内底长度", "品牌", "货号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "025", "generalRate": "1"}', 'pgmxx'),
	('tariff', '6815992090', '2019-01-01', NULL, 38, '{"code": "6815992090", "name": {"en": "Carbon fibre, other", "zh": "其他碳纤维"}, "mfnRate": "0.17", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.7"}', 'qstxw'),
	('tariff', '6911101900', '2019-01-01', NULL, 38, '{"code": "6911101900", "name": {"en": "Porcelain tableware", "zh": "瓷餐具"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "种类", "是否为骨瓷", "品牌"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'ccj'),
	('tariff', '7005290002', '2019-01-01', NULL, 38, '{"code": "7005290002", "name": {"en": "Glass sheets for displays", "zh": "显示屏用原板玻璃"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "状态", "形状", "工艺"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "032", "generalRate": "0.5"}', 'xspyybbl'),
	('tariff', '7010902000', '2019-01-01', NULL, 38, '{"code": "7010902000", "name": {"en": "Glass bottles, medium", "zh": "玻璃中容器"}, "mfnRate": "0.14", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "容积"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'blzsq'),
	('tariff', '7019110090', '2019-01-01', NULL, 38, '{"code": "7019110090", "name": {"en": "Chopped glass fibre strands", "zh": "短切玻璃纤维"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "种类", "长度"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'dqblxw'),
	('tariff', '7019120090', '2019-01-01', NULL, 38, '{"code": "7019120090", "name": {"en": "Glass fibre rovings", "zh": "玻璃纤维粗纱"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "种类", "长度"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', 'blxwcs'),
	('tariff', '7019391000', '2019-01-01', NULL, 38, '{"code": "7019391000", "name": {"en": "Glass fibre mats", "zh": "玻璃纤维垫"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "种类"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'blxwd'),
	('tariff', '7201100090', '2019-01-01', NULL, 38, '{"code": "7201100090", "name": {"en": "Pig iron, non-alloy", "zh": "非合金生铁"}, "mfnRate": "0.01", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "成分含量"], "documents": [], "firstUnit": "035", "exportRate": "0.2", "rebateRate": "0", "generalRate": "0.08"}', 'fhjst'),
	('tariff', '7208360000', '2019-01-01', NULL, 38, '{"code": "7208360000", "name": {"en": "Hot-rolled coil over 10 mm", "zh": "厚10毫米以上热轧卷"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "加工方法", "加工程度", "成分含量", "规格", "技术参数", "钢号"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.14"}', 'h10hmysryj'),
	('tariff', '7210490000', '2019-01-01', NULL, 38, '{"code": "7210490000", "name": {"en": "Galvanised wide sheet", "zh": "镀锌宽板材"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "加工方法", "成分含量", "规格", "涂层种类", "钢号"], "documents": [], "firstUnit": "035", "rebateRate": "0", "generalRate": "0.2"}', 'dxkbc'),
	('tariff', '7308900000', '2019-01-01', NULL, 38, '{"code": "7308900000", "name": {"en": "Steel structures", "zh": "钢铁结构体"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "种类"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.3"}', 'gtjgt'),
	('tariff', '7321110000', '2019-01-01', NULL, 38, '{"code": "7321110000", "name": {"en": "Gas cookers, household", "zh": "家用燃气灶"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "种类", "原理", "燃料种类", "品牌", "型号"], "documents": ["6"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "007", "generalRate": "0.8"}', 'jyrqz'),
	('tariff', '7323930000', '2019-01-01', NULL, 38, '{"code": "7323930000", "name": {"en": "Stainless steel kitchenware", "zh": "不锈钢家用器具"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "种类", "加工方法", "品牌"], "documents": ["A"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'bxgjyqj'),
	('tariff', '7326901900', '2019-01-01', NULL, 38, '{"code": "7326901900", "name": {"en": "Other steel articles for industry", "zh": "其他工业用钢铁制品"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "种类", "加工方法"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'qsgyygtzp'),
	('tariff', '7403111900', '2019-01-01', NULL, 38, '{"code": "7403111900", "name": {"en": "Refined copper cathodes", "zh": "精炼铜阴极"}, "mfnRate": "0.02", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "加工方法", "成分含量", "定价日期", "签约日期", "定价方式"], "documents": [], "firstUnit": "035", "exportRate": "0.3", "rebateRate": "0", "generalRate": "0.11"}', 'jltyj'),
	('tariff', '7408110000', '2019-01-01', NULL, 38, '{"code": "7408110000", "name": {"en": "Refined copper wire over 6 mm", "zh": "精炼铜丝（大于6毫米）"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "成分含量", "规格", "牌号或型号"], "documents": [], "firstUnit": "035", "exportRate": "0.3", "rebateRate": "0", "generalRate": "0.14"}', 'jltsdy6hm'),
	('tariff', '7411109000', '2019-01-01', NULL, 38, '{"code": "7411109000", "name": {"en": "Refined copper tubes", "zh": "精炼铜管"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "材质", "成分含量", "外径", "有无螺纹或翅片", "用途", "品牌", "型号或牌号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.14"}', 'jltg'),
	('tariff', '7601109000', '2019-01-01', NULL, 38, '{"code": "7601109000", "name": {"en": "Unwrought aluminium, not alloyed", "zh": "未锻轧非合金铝"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "加工方法", "成分含量", "定价方式", "需要二次结算、无需二次结算", "计价日期", "签约日期"], "documents": [], "firstUnit": "035", "exportRate": "0.3", "rebateRate": "0", "generalRate": "0.14"}', 'wdyfhjl'),
	('tariff', '7601200090', '2019-01-01', NULL, 38, '{"code": "7601200090", "name": {"en": "Unwrought aluminium alloys", "zh": "未锻轧铝合金"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "加工方法", "成分含量", "定价方式", "需要二次结算、无需二次结算", "计价日期", "签约日期"], "documents": [], "firstUnit": "035", "exportRate": "0.3", "rebateRate": "0", "generalRate": "0.14"}', 'wdylhj'),
	('tariff', '7606119100', '2019-01-01', NULL, 38, '{"code": "7606119100", "name": {"en": "Aluminium sheet, thin", "zh": "铝薄板（0.2至0.36毫米）"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "形状", "材质", "状态", "成分含量", "规格", "品牌", "用途", "牌号"], "documents": [], "firstUnit": "035", "exportRate": "0.2", "rebateRate": "0.13", "generalRate": "0.3"}', 'lbb02z036hm'),
	('tariff', '7616991090', '2019-01-01', NULL, 38, '{"code": "7616991090", "name": {"en": "Aluminium articles for industry", "zh": "工业用铝制品"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "种类"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'gyylzp'),
	('tariff', '8205590000', '2019-01-01', NULL, 38, '{"code": "8205590000", "name": {"en": "Other hand tools", "zh": "其他手工工具"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "种类", "是否成套", "品牌"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "007", "generalRate": "0.5"}', 'qssggj'),
	('tariff', '8407341000', '2019-01-01', NULL, 38, '{"code": "8407341000", "name": {"en": "Car petrol engines, 1 to 3 l", "zh": "1至3升车用汽油发动机"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "排气量", "燃料类型", "状态", "成套散件装配后完整品的零部件的编号", "品牌", "型号"], "documents": ["A", "6"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', '1z3scyqyfdj'),
	('tariff', '8408201090', '2019-01-01', NULL, 38, '{"code": "8408201090", "name": {"en": "Vehicle diesel engines over 132 kW", "zh": "132千瓦以上车用柴油机"}, "mfnRate": "0.09", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "输出功率", "成套散件装配后完整品的零部件的编号", "品牌", "型号"], "documents": ["6"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', '132qwyscycyj'),
	('tariff', '8409919990', '2019-01-01', NULL, 38, '{"code": "8409919990", "name": {"en": "Parts of petrol engines", "zh": "汽油机零件"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "适用何种用途发动机", "适用发动机的类型", "品牌", "零件号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.35"}', 'qyjlj'),
	('tariff', '8409999990', '2019-01-01', NULL, 38, '{"code": "8409999990", "name": {"en": "Parts of diesel engines", "zh": "柴油机零件"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "适用何种用途发动机", "适用发动机的类型", "发动机输出功率", "品牌", "零件号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.35"}', 'cyjlj'),
	('tariff', '8414301100', '2019-01-01', NULL, 38, '{"code": "8414301100", "name": {"en": "Compressors for refrigerators", "zh": "冰箱压缩机"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "驱动方式", "额定功率", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.8"}', 'bxysj'),
	('tariff', '8415102100', '2019-01-01', NULL, 38, '{"code": "8415102100", "name": {"en": "Split air conditioners, small", "zh": "分体空调（4千大卡以下）"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "是否窗式或壁式安装", "是否为独立式或分体式", "制冷量", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.3"}', 'ftkd4qdkyx'),
	('tariff', '8418211000', '2019-01-01', NULL, 38, '{"code": "8418211000", "name": {"en": "Household refrigerators over 150 l", "zh": "150升以上家用冷藏箱"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "原理", "容积", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.3"}', '150sysjylcx'),
	('tariff', '8421391000', '2019-01-01', NULL, 38, '{"code": "8421391000", "name": {"en": "Household air purifiers", "zh": "家用空气净化器"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "原理", "品牌", "型号", "额定功率"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1"}', 'jykqjhq'),
	('tariff', '8427209000', '2019-01-01', NULL, 38, '{"code": "8427209000", "name": {"en": "Fork-lift trucks, motor", "zh": "机动叉车"}, "mfnRate": "0.09", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "推进方式", "品牌", "型号", "最大提升高度", "最大提升重量"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'jdcc'),
	('tariff', '8429510000', '2019-01-01', NULL, 38, '{"code": "8429510000", "name": {"en": "Front-end loaders", "zh": "前铲装载机"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "是否自推进", "品牌", "行走装置类型", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'qczzj'),
	('tariff', '8433599090', '2019-01-01', NULL, 38, '{"code": "8433599090", "name": {"en": "Harvesters, other", "zh": "其他收割机"}, "mfnRate": "0.08", "vatRate": "0.09", "elements": ["品牌类型", "出口享惠情况", "用途", "品牌", "型号", "功率"], "documents": [], "firstUnit": "001", "rebateRate": "0.09", "secondUnit": "035", "generalRate": "0.3"}', 'qssgj'),
	('tariff', '8443321200', '2019-01-01', NULL, 38, '{"code": "8443321200", "name": {"en": "Laser printers", "zh": "激光打印机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "原理", "品牌", "型号", "打印幅宽", "打印速度"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', 'jgdyj'),
	('tariff', '8443321300', '2019-01-01', NULL, 38, '{"code": "8443321300", "name": {"en": "Ink-jet printers", "zh": "喷墨打印机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "原理", "品牌", "型号", "打印幅宽", "打印速度"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', 'pmdyj'),
	('tariff', '8443999010', '2019-01-01', NULL, 38, '{"code": "8443999010", "name": {"en": "Drums and toner cartridges", "zh": "感光鼓及碳粉盒"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "品牌", "型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.35"}', 'gggjtfh'),
	('tariff', '8457101000', '2019-01-01', NULL, 38, '{"code": "8457101000", "name": {"en": "Vertical machining centres", "zh": "立式加工中心"}, "mfnRate": "0.09", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "功能", "可加装刀库注明刀库容量及选配件", "是否可自动换刀", "品牌", "型号"], "documents": ["A", "O"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.2"}', 'lsjgzx'),
	('tariff', '8471301000', '2019-01-01', NULL, 38, '{"code": "8471301000", "name": {"en": "Tablet computers", "zh": "平板电脑"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "机型", "配置", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', 'pbdn'),
	('tariff', '8471309000', '2019-01-01', NULL, 38, '{"code": "8471309000", "name": {"en": "Laptop computers", "zh": "笔记本电脑"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "机型", "配置", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', 'bjbdn'),
	('tariff', '8471504090', '2019-01-01', NULL, 38, '{"code": "8471504090", "name": {"en": "Other microcomputers", "zh": "其他微型机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "机型", "配置", "品牌", "型号", "操作系统", "用途"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', 'qswxj'),
	('tariff', '8471607100', '2019-01-01', NULL, 38, '{"code": "8471607100", "name": {"en": "Keyboards", "zh": "键盘"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品牌", "型号", "连接方式"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'jp'),
	('tariff', '8471607200', '2019-01-01', NULL, 38, '{"code": "8471607200", "name": {"en": "Mice", "zh": "鼠标器"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品牌", "型号", "连接方式", "DPI", "CPI"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'sbq'),
	('tariff', '8471609000', '2019-01-01', NULL, 38, '{"code": "8471609000", "name": {"en": "Other input or output units", "zh": "其他输入输出部件"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品牌", "型号"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', 'qsssscbj'),
	('tariff', '8471701000', '2019-01-01', NULL, 38, '{"code": "8471701000", "name": {"en": "Hard disk drives", "zh": "硬盘驱动器"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "品牌", "型号", "硬盘容量及缓存容量", "转速"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', 'ypqdq'),
	('tariff', '8473309000', '2019-01-01', NULL, 38, '{"code": "8473309000", "name": {"en": "Parts of computers", "zh": "电脑零附件"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "品牌", "型号", "如为内存条需申报容量"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.4"}', 'dnlfj'),
	('tariff', '8479896200', '2019-01-01', NULL, 38, '{"code": "8479896200", "name": {"en": "Chip mounters", "zh": "自动贴片机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "功能", "品牌", "型号"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'zdtpj'),
	('tariff', '8479909090', '2019-01-01', NULL, 38, '{"code": "8479909090", "name": {"en": "Parts of machines of 8479", "zh": "品目8479机器零件"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "品牌", "型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.2"}', 'pm8479jqlj'),
	('tariff', '8481802190', '2019-01-01', NULL, 38, '{"code": "8481802190", "name": {"en": "Solenoid directional valves", "zh": "电磁式换向阀"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "是否电磁式", "品牌", "型号"], "documents": [], "firstUnit": "006", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'dcshxf'),
	('tariff', '8482102000', '2019-01-01', NULL, 38, '{"code": "8482102000", "name": {"en": "Deep groove ball bearings", "zh": "深沟球轴承"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "结构类型", "品牌", "型号"], "documents": [], "firstUnit": "006", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.2"}', 'sgqzc'),
	('tariff', '8483402000', '2019-01-01', NULL, 38, '{"code": "8483402000", "name": {"en": "Planetary gearboxes", "zh": "行星齿轮减速器"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "原理", "用途", "品牌", "型号"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'xxcljsq'),
	('tariff', '8483409000', '2019-01-01', NULL, 38, '{"code": "8483409000", "name": {"en": "Other transmission gear", "zh": "其他传动装置"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "原理", "用途", "品牌", "型号"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'qscdzz'),
	('tariff', '8486202100', '2019-01-01', NULL, 38, '{"code": "8486202100", "name": {"en": "CVD equipment for semiconductors", "zh": "化学气相沉积设备"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "功能", "品牌", "型号"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'hxqxcjsb'),
	('tariff', '8486204100', '2019-01-01', NULL, 38, '{"code": "8486204100", "name": {"en": "Plasma etchers", "zh": "等离子体刻蚀机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "功能", "品牌", "型号"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'dlztksj'),
	('tariff', '8501310000', '2019-01-01', NULL, 38, '{"code": "8501310000", "name": {"en": "DC motors up to 750 W", "zh": "小功率直流电机"}, "mfnRate": "0.12", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "是否为直流", "输出功率", "品牌", "型号"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.35"}', 'xglzldj'),
	('tariff', '8503009090', '2019-01-01', NULL, 38, '{"code": "8503009090", "name": {"en": "Parts of electric motors", "zh": "电机零件"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "品牌", "型号"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.3"}', 'djlj'),
	('tariff', '8504401300', '2019-01-01', NULL, 38, '{"code": "8504401300", "name": {"en": "Power supplies for computers", "zh": "电脑用稳压电源"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "类型", "额定输出功率", "精度", "品牌", "型号"], "documents": ["A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'dnywydy'),
	('tariff', '8504401400', '2019-01-01', NULL, 38, '{"code": "8504401400", "name": {"en": "DC power supplies below 1 kW", "zh": "1千瓦以下直流稳压电源"}, "mfnRate": "0.023", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "类型", "额定输出功率", "精度", "品牌", "型号"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.8"}', '1qwyxzlwydy'),
	('tariff', '8507600010', '2019-01-01', NULL, 38, '{"code": "8507600010", "name": {"en": "Lithium-ion cells for electric cars", "zh": "电动汽车用锂电池单体"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "型号", "容量", "是否含汞", "额定电压"], "documents": ["A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'ddqcyldcdt'),
	('tariff', '8507600020', '2019-01-01', NULL, 38, '{"code": "8507600020", "name": {"en": "Lithium-ion packs for electric cars", "zh": "电动汽车用锂电池系统"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "型号", "容量", "是否含汞", "额定电压"], "documents": ["A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'ddqcyldcxt'),
	('tariff', '8507600090', '2019-01-01', NULL, 38, '{"code": "8507600090", "name": {"en": "Other lithium-ion batteries", "zh": "其他锂离子电池"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "材质", "品牌", "型号", "容量", "是否含汞", "额定电压"], "documents": ["A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'qsllzdc'),
	('tariff', '8516601000', '2019-01-01', NULL, 38, '{"code": "8516601000", "name": {"en": "Induction cookers", "zh": "电磁炉"}, "mfnRate": "0.07", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "加热原理", "品牌", "型号"], "documents": ["A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.3"}', 'dcl'),
	('tariff', '8517121019', '2019-01-01', NULL, 38, '{"code": "8517121019", "name": {"en": "Other GSM mobile phones", "zh": "其他GSM手机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "用途", "适用网络种类", "品牌", "型号", "是否加密"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.2"}', 'qsgsmsj'),
	('tariff', '8517622990', '2019-01-01', NULL, 38, '{"code": "8517622990", "name": {"en": "Other optical communication equipment", "zh": "其他光通讯设备"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'qsgtxsb'),
	('tariff', '8517703000', '2019-01-01', NULL, 38, '{"code": "8517703000", "name": {"en": "Parts of mobile phones", "zh": "手机零件"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.17"}', 'sjlj'),
	('tariff', '8518300000', '2019-01-01', NULL, 38, '{"code": "8518300000", "name": {"en": "Headphones", "zh": "耳机"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'ej'),
	('tariff', '8525801302', '2019-01-01', NULL, 38, '{"code": "8525801302", "name": {"en": "High definition cameras", "zh": "高清摄像头"}, "mfnRate": "0.117", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.3"}', 'gqsxt'),
	('tariff', '8528521100', '2019-01-01', NULL, 38, '{"code": "8528521100", "name": {"en": "LCD monitors for computers", "zh": "电脑用液晶监视器"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.4"}', 'dnyyjjsq'),
	('tariff', '8529904210', '2019-01-01', NULL, 38, '{"code": "8529904210", "name": {"en": "Camera modules", "zh": "取像模块"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'qxmk'),
	('tariff', '8531200000', '2019-01-01', NULL, 38, '{"code": "8531200000", "name": {"en": "Indicator panels, LCD or LED", "zh": "液晶或发光管显示板"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', 'yjhfggxsb'),
	('tariff', '8532241000', '2019-01-01', NULL, 38, '{"code": "8532241000", "name": {"en": "Chip multilayer ceramic capacitors", "zh": "片式多层瓷介电容器"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "054", "generalRate": "0.35"}', 'psdccjdsq'),
	('tariff', '8534001000', '2019-01-01', NULL, 38, '{"code": "8534001000", "name": {"en": "Printed circuits over four layers", "zh": "四层以上印刷电路"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "017", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.35"}', 'scysysdl'),
	('tariff', '8536901100', '2019-01-01', NULL, 38, '{"code": "8536901100", "name": {"en": "Connectors up to 36 V", "zh": "36伏以下接插件"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.5"}', '36fyxjcj'),
	('tariff', '8537101190', '2019-01-01', NULL, 38, '{"code": "8537101190", "name": {"en": "Other programmable controllers", "zh": "其他可编程控制器"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.14"}', 'qskbckzq'),
	('tariff', '8541402000', '2019-01-01', NULL, 38, '{"code": "8541402000", "name": {"en": "Solar cells", "zh": "太阳能电池"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.3"}', 'tyndc'),
	('tariff', '8542319000', '2019-01-01', NULL, 38, '{"code": "8542319000", "name": {"en": "Processor and controller circuits", "zh": "处理器及控制器集成电路"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.24"}', 'clqjkzqjcdl'),
	('tariff', '8542329000', '2019-01-01', NULL, 38, '{"code": "8542329000", "name": {"en": "Memory circuits", "zh": "存储器集成电路"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.24"}', 'ccqjcdl'),
	('tariff', '8542399000', '2019-01-01', NULL, 38, '{"code": "8542399000", "name": {"en": "Other integrated circuits", "zh": "其他集成电路"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.24"}', 'qsjcdl'),
	('tariff', '8544491100', '2019-01-01', NULL, 38, '{"code": "8544491100", "name": {"en": "Cables up to 80 V", "zh": "80伏以下电缆"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "030", "generalRate": "0.2"}', '80fyxdl'),
	('tariff', '8544700000', '2019-01-01', NULL, 38, '{"code": "8544700000", "name": {"en": "Optical fibre cables", "zh": "光缆"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "030", "generalRate": "0.2"}', 'gl'),
	('tariff', '8609002900', '2019-01-01', NULL, 38, '{"code": "8609002900", "name": {"en": "Containers, 40 ft", "zh": "40英尺集装箱"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["A", "B"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.35"}', '40ycjzx'),
	('tariff', '8703234310', '2019-01-01', NULL, 38, '{"code": "8703234310", "name": {"en": "Petrol cars, 1.5 to 2 l", "zh": "1.5至2升汽油小轿车（整车）"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "O", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "2.3", "consumptionRate": "0.05"}', '15z2sqyxjczc'),
	('tariff', '8703800090', '2019-01-01', NULL, 38, '{"code": "8703800090", "name": {"en": "Electric passenger cars, new", "zh": "纯电动乘用车（新）"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "A", "O"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "2.7"}', 'cddcycx'),
	('tariff', '8704210000', '2019-01-01', NULL, 38, '{"code": "8704210000", "name": {"en": "Light diesel lorries", "zh": "柴油小型货车"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "O", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.7"}', 'cyxxhc'),
	('tariff', '8708295200', '2019-01-01', NULL, 38, '{"code": "8708295200", "name": {"en": "Vehicle doors", "zh": "车门"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6"], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "007", "generalRate": "1"}', 'cm'),
	('tariff', '8708301000', '2019-01-01', NULL, 38, '{"code": "8708301000", "name": {"en": "Brake linings", "zh": "制动摩擦片"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'zdmcp'),
	('tariff', '8708709100', '2019-01-01', NULL, 38, '{"code": "8708709100", "name": {"en": "Aluminium alloy wheels", "zh": "铝合金车轮"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "A"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'lhjcl'),
	('tariff', '8708911000', '2019-01-01', NULL, 38, '{"code": "8708911000", "name": {"en": "Radiators", "zh": "水箱散热器"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1"}', 'sxsrq'),
	('tariff', '8711201000', '2019-01-01', NULL, 38, '{"code": "8711201000", "name": {"en": "Motorcycles, 50 to 100 ml", "zh": "50至100毫升摩托车"}, "mfnRate": "0.45", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.5"}', '50z100hsmtc'),
	('tariff', '8711202000', '2019-01-01', NULL, 38, '{"code": "8711202000", "name": {"en": "Motorcycles, 100 to 125 ml", "zh": "100至125毫升摩托车"}, "mfnRate": "0.45", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.5"}', '100z125hsmtc'),
	('tariff', '8711203000', '2019-01-01', NULL, 38, '{"code": "8711203000", "name": {"en": "Motorcycles, 125 to 150 ml", "zh": "125至150毫升摩托车"}, "mfnRate": "0.45", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.5"}', '125z150hsmtc'),
	('tariff', '8711205010', '2019-01-01', NULL, 38, '{"code": "8711205010", "name": {"en": "Motorcycles, 200 to 250 ml", "zh": "200至250毫升摩托车"}, "mfnRate": "0.45", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "A", "x", "y"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1.5"}', '200z250hsmtc'),
	('tariff', '8714100010', '2019-01-01', NULL, 38, '{"code": "8714100010", "name": {"en": "Motorcycle frames", "zh": "摩托车架"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["4", "6", "x", "y"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'mtcj'),
	('tariff', '8714100090', '2019-01-01', NULL, 38, '{"code": "8714100090", "name": {"en": "Other motorcycle parts", "zh": "摩托车其他零件"}, "mfnRate": "0.15", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6"], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "1"}', 'mtcqslj'),
	('tariff', '8716800000', '2019-01-01', NULL, 38, '{"code": "8716800000", "name": {"en": "Vehicles not mechanically propelled", "zh": "非机动车辆"}, "mfnRate": "0.1", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6"], "firstUnit": "003", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.8"}', 'fjdcl'),
	('tariff', '9002199020', '2019-01-01', NULL, 38, '{"code": "9002199020", "name": {"en": "Phone lenses, 8 Mpx and over", "zh": "手机平板物镜（800万像素以上）"}, "mfnRate": "0.075", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "secondUnit": "007", "generalRate": "0.5"}', 'sjpbwj800wxsys'),
	('tariff', '9013803020', '2019-01-01', NULL, 38, '{"code": "9013803020", "name": {"en": "LCD panels, 10.1 to 32 in", "zh": "10.1至32英寸液晶显示板"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.5"}', '101z32ycyjxsb'),
	('tariff', '9013803090', '2019-01-01', NULL, 38, '{"code": "9013803090", "name": {"en": "Other LCD panels", "zh": "其他液晶显示板"}, "mfnRate": "0.05", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.5"}', 'qsyjxsb'),
	('tariff', '9018129110', '2019-01-01', NULL, 38, '{"code": "9018129110", "name": {"en": "Colour ultrasound scanners", "zh": "彩色超声诊断仪"}, "mfnRate": "0.025", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "O", "A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.17"}', 'cscszdy'),
	('tariff', '9018131000', '2019-01-01', NULL, 38, '{"code": "9018131000", "name": {"en": "MRI scanners", "zh": "核磁共振成像装置"}, "mfnRate": "0.032", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "O", "A"], "firstUnit": "006", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.17"}', 'hcgzcxzz'),
	('tariff', '9018193010', '2019-01-01', NULL, 38, '{"code": "9018193010", "name": {"en": "Patient monitors", "zh": "病员监护仪"}, "mfnRate": "0.013", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.17"}', 'byjhy'),
	('tariff', '9018310000', '2019-01-01', NULL, 38, '{"code": "9018310000", "name": {"en": "Syringes", "zh": "注射器"}, "mfnRate": "0.08", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "A"], "firstUnit": "007", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.5"}', 'zsq'),
	('tariff', '9018903010', '2019-01-01', NULL, 38, '{"code": "9018903010", "name": {"en": "Endoscopes", "zh": "内窥镜"}, "mfnRate": "0.013", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["6", "A"], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.17"}', 'nkj'),
	('tariff', '9031809090', '2019-01-01', NULL, 38, '{"code": "9031809090", "name": {"en": "Other measuring instruments", "zh": "其他测量检验仪器"}, "mfnRate": "0.04", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.17"}', 'qscljyyq'),
	('tariff', '9403200000', '2019-01-01', NULL, 38, '{"code": "9403200000", "name": {"en": "Metal furniture", "zh": "金属家具"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "011", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1"}', 'jsjj'),
	('tariff', '9403609990', '2019-01-01', NULL, 38, '{"code": "9403609990", "name": {"en": "Other wooden furniture", "zh": "其他木家具"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["A", "B"], "firstUnit": "011", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "1"}', 'qsmjj'),
	('tariff', '9405409000', '2019-01-01', NULL, 38, '{"code": "9405409000", "name": {"en": "Other lamps", "zh": "其他灯具"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "035", "rebateRate": "0.13", "generalRate": "0.8"}', 'qsdj'),
	('tariff', '9503006000', '2019-01-01', NULL, 38, '{"code": "9503006000", "name": {"en": "Puzzle toys", "zh": "智力玩具"}, "mfnRate": "0", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": ["A"], "firstUnit": "006", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.8"}', 'zlwj'),
	('tariff', '9506911110', '2019-01-01', NULL, 38, '{"code": "9506911110", "name": {"en": "Treadmills", "zh": "跑步机"}, "mfnRate": "0.06", "vatRate": "0.13", "elements": ["品牌类型", "出口享惠情况", "#N/A"], "documents": [], "firstUnit": "001", "rebateRate": "0.13", "secondUnit": "035", "generalRate": "0.5"}', 'pbj');

INSERT INTO release.unit VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000014', 1),
	('01a1fca2-7f4b-7000-8799-089599d68719', 'container:CQPU1000020', 1),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'package:PT2611210000002LOT', 1),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'container:YXEU4000010', 1);

INSERT INTO runtime.consumer VALUES
	('subscriptions', 52),
	('flow', 57);

INSERT INTO runtime.event OVERRIDING SYSTEM VALUE VALUES
	(1, '01a1fca2-7f53-7000-97e6-9f08d8498125', 'shipment.drafted', '01a1fca2-7f4b-7000-8799-089599d68719', '{"number": "PT2611210000001", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:30.277+00'),
	(2, '01a1fca2-7fe7-7000-8ce1-eac7904d040b', 'shipment.submitted', '01a1fca2-7f4b-7000-8799-089599d68719', '{"number": "PT2611210000001", "filerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "ownerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "version": 1, "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:30.418+00'),
	(3, '01a1fca2-8007-7000-9b68-b495dc8139d2', 'disposition.changed', '01a1fca2-7f4b-7000-8799-089599d68719', '{"changed": [{"joint": false, "outcome": "awaiting", "objectId": "conveyance:X8084/20261120", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "bill:RWKEPTRAIL", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "declaration:PT2611210000001", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "container:CQPU1000014", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "container:CQPU1000020", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "goods-line:PT2611210000001/1", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "goods-line:PT2611210000001/2", "inspectedBy": []}], "outcomes": ["awaiting", "awaiting", "awaiting", "awaiting", "awaiting", "awaiting", "awaiting"], "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.443+00'),
	(4, '01a1fca2-801d-7000-843e-5fe944165f59', 'document.dispatched', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "customs", "version": 1, "document": "customs.goods-declaration", "documentId": "feb5d264-b58d-893c-a748-3a3a068a9c8c", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.443+00'),
	(5, '01a1fca2-8025-7000-817c-8b1d614a076f', 'document.dispatched', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "border-inspection", "version": 1, "document": "border-inspection.conveyance-report", "documentId": "7f9c3cda-b9ef-8288-ab5a-b9de666173d1", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.443+00'),
	(6, '01a1fca2-8028-7000-b3be-5e704db7bea8', 'document.dispatched', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "carrier", "version": 1, "document": "carrier.manifest-reference", "documentId": "c77d116a-5e0f-8cd4-a7e8-cee375bf3c92", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.443+00'),
	(7, '01a1fca2-802b-7000-b4b4-fc0c02a4c16d', 'document.dispatched', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "railway-yard", "version": 1, "document": "railway-yard.pick-up-plan", "documentId": "fe3dab3f-694d-83a3-ad48-935f267fe5c1", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.443+00'),
	(8, '01a1fca2-80a0-7000-89aa-85caa54bb150', 'document.delivered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "border-inspection", "document": "border-inspection.conveyance-report", "documentId": "7f9c3cda-b9ef-8288-ab5a-b9de666173d1", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.577+00'),
	(9, '01a1fca2-80a7-7000-9db6-d33d030e5d32', 'document.delivered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "carrier", "document": "carrier.manifest-reference", "documentId": "c77d116a-5e0f-8cd4-a7e8-cee375bf3c92", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.589+00'),
	(10, '01a1fca2-80a8-7000-853a-cd835df99cee', 'document.delivered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "railway-yard", "document": "railway-yard.pick-up-plan", "documentId": "fe3dab3f-694d-83a3-ad48-935f267fe5c1", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.591+00'),
	(11, '01a1fca2-80ac-7000-951c-225fc987d919', 'document.delivered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"channel": "customs", "document": "customs.goods-declaration", "documentId": "feb5d264-b58d-893c-a748-3a3a068a9c8c", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.63+00'),
	(12, '01a1fca2-8131-7000-84d5-3f7e2b79bb47', 'message.received', '01a1fca2-812f-7000-8bcd-d76ebf47341d', '{"channel": "border-inspection", "messageId": "01a1fca2-812f-7000-8bcd-d76ebf47341d"}', '{"id": "01a1fca2-7e6b-7000-93d3-64aac6aaaa12", "kind": "channel", "name": "simulator border-inspection", "organisationId": "01a1fca2-7d46-7000-88bb-8c121e0d6cb2"}', '2026-11-21 05:44:30.766+00'),
	(13, '01a1fca2-814a-7000-a7b8-54fa51c0f9e8', 'document.answered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "documentId": "7f9c3cda-b9ef-8288-ab5a-b9de666173d1", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719", "partnerNumber": "BORDER-INSPECTION-PT2611210000001-1"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.771+00'),
	(14, '01a1fca2-8152-7000-9d5e-296bdaa16c3f', 'shipment.answered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719", "partnerNumber": "BORDER-INSPECTION-PT2611210000001-1"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.799+00'),
	(15, '01a1fca2-818e-7000-aaa5-1ac267656267', 'shipment.drafted', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"number": "PT2611210000002", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:30.859+00'),
	(16, '01a1fca2-81a9-7000-a197-3295344ea961', 'shipment.submitted', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"number": "PT2611210000002", "filerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "ownerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "version": 1, "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:30.885+00'),
	(17, '01a1fca2-81cb-7000-bd14-17032b0fdeb6', 'message.received', '01a1fca2-81c7-7000-8471-5d1a2bf932e4', '{"channel": "customs", "messageId": "01a1fca2-81c7-7000-8471-5d1a2bf932e4"}', '{"id": "01a1fca2-7e63-7000-bd5f-c1faab4e8ee8", "kind": "channel", "name": "simulator customs", "organisationId": "01a1fca2-7d43-7000-a237-7ed3f959018a"}', '2026-11-21 05:44:30.919+00'),
	(23, '01a1fca2-821a-7000-b331-8c75bd976aa8', 'document.delivered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "border-inspection", "document": "border-inspection.conveyance-report", "documentId": "48aeb925-d978-8e1e-ad52-8acf50d708df", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.982+00'),
	(18, '01a1fca2-81be-7000-8042-39971699cadc', 'disposition.changed', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"changed": [{"joint": false, "outcome": "awaiting", "objectId": "conveyance:CA442/20261120", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "bill:11212345675", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "declaration:PT2611210000002", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "package:PT2611210000002LOT", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "goods-line:PT2611210000002/1", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "goods-line:PT2611210000002/2", "inspectedBy": []}], "outcomes": ["awaiting", "awaiting", "awaiting", "awaiting", "awaiting", "awaiting"], "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.892+00'),
	(19, '01a1fca2-81c8-7000-835b-9b2f2262aadb', 'document.dispatched', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "customs", "version": 1, "document": "customs.goods-declaration", "documentId": "b23e8595-a010-849a-af52-7c180c4617b8", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.892+00'),
	(20, '01a1fca2-81ce-7000-be61-9644239c2401', 'document.dispatched', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "border-inspection", "version": 1, "document": "border-inspection.conveyance-report", "documentId": "48aeb925-d978-8e1e-ad52-8acf50d708df", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.892+00'),
	(21, '01a1fca2-81d3-7000-ad4a-05af5e998f0a', 'document.dispatched', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "carrier", "version": 1, "document": "carrier.manifest-reference", "documentId": "62d873de-fc20-828e-ae46-282891129672", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.892+00'),
	(22, '01a1fca2-81d5-7000-aa0d-3bc55ccde146', 'document.dispatched', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "airport-station", "version": 1, "document": "airport-station.pick-up-plan", "documentId": "02a43150-6e51-8ef4-a6c1-54baf14063ea", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.892+00'),
	(36, '01a1fca2-831f-7000-aef6-456e4a849c2b', 'shipment.submitted', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"number": "PT2611210000003", "filerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "ownerId": "01a1fca2-7d3a-7000-b1b3-7215758ec162", "version": 1, "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:31.258+00'),
	(37, '01a1fca2-8338-7000-b811-83c1653c1f7b', 'message.received', '01a1fca2-8331-7001-b125-0565799b717b', '{"channel": "customs", "messageId": "01a1fca2-8331-7001-b125-0565799b717b"}', '{"id": "01a1fca2-7e63-7000-bd5f-c1faab4e8ee8", "kind": "channel", "name": "simulator customs", "organisationId": "01a1fca2-7d43-7000-a237-7ed3f959018a"}', '2026-11-21 05:44:31.281+00'),
	(48, '01a1fca2-8367-7000-95fd-1df404ba9d8e', 'document.delivered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "border-inspection", "document": "border-inspection.conveyance-report", "documentId": "37a2436b-a463-8279-a563-c753be61dd70", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.32+00'),
	(24, '01a1fca2-821c-7000-b95e-067a88f4edda', 'document.delivered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "customs", "document": "customs.goods-declaration", "documentId": "b23e8595-a010-849a-af52-7c180c4617b8", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.985+00'),
	(25, '01a1fca2-8224-7000-834d-0f0adf381aa2', 'document.delivered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "carrier", "document": "carrier.manifest-reference", "documentId": "62d873de-fc20-828e-ae46-282891129672", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.999+00'),
	(29, '01a1fca2-8244-7000-8338-aa8772a7026b', 'cargo.manifested', '01a1fca2-821b-7000-a88d-5892fe9ca80a', '{"bills": [{"bill": "RWKEPT-RAIL", "packages": "80", "containers": ["CQPU1000014", "CQPU1000020"], "grossMassKg": "2100"}], "voyage": "20261120", "channel": "carrier", "messageId": "01a1fca2-821b-7000-a88d-5892fe9ca80a", "conveyance": "X8084"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.037+00'),
	(30, '01a1fca2-8245-7000-9a1a-e6a8a0b744e5', 'shipment.answered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.909Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719", "partnerNumber": "I20268261000000001"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.037+00'),
	(49, '01a1fca2-83a2-7000-b251-0427ef1c8220', 'message.received', '01a1fca2-83a0-7000-aae6-77d592ca8b33', '{"channel": "carrier", "messageId": "01a1fca2-83a0-7000-aae6-77d592ca8b33"}', '{"id": "01a1fca2-7e6c-7000-8c00-e1038508bda7", "kind": "channel", "name": "simulator carrier", "organisationId": "01a1fca2-7d42-7000-a6b5-f77b4b09ee7b"}', '2026-11-21 05:44:31.392+00'),
	(50, '01a1fca2-83a7-7000-9a50-fe402d1958cf', 'cargo.manifested', '01a1fca2-83a0-7000-aae6-77d592ca8b33', '{"bills": [{"bill": "112-12345675", "packages": "80", "containers": [], "grossMassKg": "2100"}], "voyage": "20261120", "channel": "carrier", "messageId": "01a1fca2-83a0-7000-aae6-77d592ca8b33", "conveyance": "CA442"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.396+00'),
	(52, '01a1fca2-841d-7000-8713-0fe8b71ac4e1', 'message.received', '01a1fca2-841b-7000-9c5f-823e0632c4b1', '{"channel": "maritime", "messageId": "01a1fca2-841b-7000-9c5f-823e0632c4b1"}', '{"id": "01a1fca2-7e78-7000-a5e7-30365df46f70", "kind": "channel", "name": "simulator maritime", "organisationId": "01a1fca2-7d46-7002-9757-7e880d5c007d"}', '2026-11-21 05:44:31.515+00'),
	(54, '01a1fca2-8429-7000-a029-31b1dacbc951', 'document.answered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "maritime", "outcome": "acknowledged", "document": "maritime.conveyance-report", "documentId": "e689650c-1651-8ab7-ae1c-61081e11a87a", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d", "partnerNumber": "MARITIME-PT2611210000003-1"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.523+00'),
	(57, '01a1fca2-8437-7000-991b-c31e9ca383ae', 'shipment.answered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d", "partnerNumber": "BORDER-INSPECTION-PT2611210000003-5"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.541+00'),
	(26, '01a1fca2-822b-7000-97bf-af4e54d7b7c2', 'message.received', '01a1fca2-821b-7000-a88d-5892fe9ca80a', '{"channel": "carrier", "messageId": "01a1fca2-821b-7000-a88d-5892fe9ca80a"}', '{"id": "01a1fca2-7e6c-7000-8c00-e1038508bda7", "kind": "channel", "name": "simulator carrier", "organisationId": "01a1fca2-7d42-7000-a6b5-f77b4b09ee7b"}', '2026-11-21 05:44:31.003+00'),
	(27, '01a1fca2-822a-7000-ba99-cd5b9485e3df', 'document.delivered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"channel": "airport-station", "document": "airport-station.pick-up-plan", "documentId": "02a43150-6e51-8ef4-a6c1-54baf14063ea", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31+00'),
	(34, '01a1fca2-82d5-7000-9421-9623f3f9f81c', 'shipment.answered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9", "partnerNumber": "BORDER-INSPECTION-PT2611210000002-3"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.187+00'),
	(44, '01a1fca2-8358-7000-80d1-4f2634454899', 'document.delivered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "maritime", "document": "maritime.conveyance-report", "documentId": "e689650c-1651-8ab7-ae1c-61081e11a87a", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.314+00'),
	(28, '01a1fca2-821f-7000-b16a-57e204b5e134', 'document.answered', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.909Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "documentId": "feb5d264-b58d-893c-a748-3a3a068a9c8c", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719", "partnerNumber": "I20268261000000001"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:30.944+00'),
	(31, '01a1fca2-8253-7000-822b-8c148e6e9209', 'shipment.manifested', '01a1fca2-7f4b-7000-8799-089599d68719', '{"bill": "RWKEPT-RAIL", "conveyance": "X8084", "shipmentId": "01a1fca2-7f4b-7000-8799-089599d68719", "differences": []}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.05+00'),
	(32, '01a1fca2-82bf-7000-9c25-2ec676d520a8', 'message.received', '01a1fca2-82be-7000-8a9a-3260c9a858ca', '{"channel": "border-inspection", "messageId": "01a1fca2-82be-7000-8a9a-3260c9a858ca"}', '{"id": "01a1fca2-7e6b-7000-93d3-64aac6aaaa12", "kind": "channel", "name": "simulator border-inspection", "organisationId": "01a1fca2-7d46-7000-88bb-8c121e0d6cb2"}', '2026-11-21 05:44:31.165+00'),
	(33, '01a1fca2-82ce-7000-92c7-48036cf63bc2', 'document.answered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "documentId": "48aeb925-d978-8e1e-ad52-8acf50d708df", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9", "partnerNumber": "BORDER-INSPECTION-PT2611210000002-3"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.173+00'),
	(35, '01a1fca2-8305-7000-bd84-aba771a4c020', 'shipment.drafted', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"number": "PT2611210000003", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "01a1fca2-7d3c-7000-a722-551b9f743c62", "kind": "person", "name": "陈演示", "organisationId": "01a1fca2-7d3a-7000-b1b3-7215758ec162"}', '2026-11-21 05:44:31.235+00'),
	(38, '01a1fca2-832c-7000-90c1-7dcb331a231f', 'disposition.changed', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"changed": [{"joint": false, "outcome": "awaiting", "objectId": "conveyance:9469560/2647E", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "bill:YZ26110001", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "declaration:PT2611210000003", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "container:YXEU4000010", "inspectedBy": []}, {"joint": false, "outcome": "awaiting", "objectId": "goods-line:PT2611210000003/1", "inspectedBy": []}], "outcomes": ["awaiting", "awaiting", "awaiting", "awaiting", "awaiting"], "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.254+00'),
	(39, '01a1fca2-8331-7000-a67b-acc507fe0deb', 'document.dispatched', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "customs", "version": 1, "document": "customs.goods-declaration", "documentId": "4c24ebaf-0d73-80cd-acb3-6d11dee88b17", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.254+00'),
	(40, '01a1fca2-8333-7000-9ff2-b3ab59fa04d3', 'document.dispatched', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "border-inspection", "version": 1, "document": "border-inspection.conveyance-report", "documentId": "37a2436b-a463-8279-a563-c753be61dd70", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.254+00'),
	(41, '01a1fca2-8335-7000-997a-4fbbc6aa53c5', 'document.dispatched', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "maritime", "version": 1, "document": "maritime.conveyance-report", "documentId": "e689650c-1651-8ab7-ae1c-61081e11a87a", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.254+00'),
	(42, '01a1fca2-8339-7000-b8d1-4582b9130e1e', 'document.dispatched', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "carrier", "version": 1, "document": "carrier.manifest-reference", "documentId": "8de0386e-389c-840d-a3bc-29d62775a2d6", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.254+00'),
	(45, '01a1fca2-835c-7000-aef4-e021f8d749da', 'document.delivered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "customs", "document": "customs.goods-declaration", "documentId": "4c24ebaf-0d73-80cd-acb3-6d11dee88b17", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.317+00'),
	(43, '01a1fca2-8344-7000-a48c-2d8eaf97ec93', 'document.answered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.276Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "documentId": "b23e8595-a010-849a-af52-7c180c4617b8", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9", "partnerNumber": "I20268261000000006"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.295+00'),
	(46, '01a1fca2-8362-7000-9ab4-ce57fd37ca42', 'shipment.answered', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.276Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9", "partnerNumber": "I20268261000000006"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.316+00'),
	(51, '01a1fca2-83b2-7000-a40d-f326b51b51fd', 'shipment.manifested', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"bill": "112-12345675", "conveyance": "CA442", "shipmentId": "01a1fca2-818d-7000-8008-6e9663f099d9", "differences": []}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.403+00'),
	(53, '01a1fca2-8425-7000-a1f2-a0eb45fddcbb', 'message.received', '01a1fca2-8422-7000-9fbe-449414d9fdba', '{"channel": "border-inspection", "messageId": "01a1fca2-8422-7000-9fbe-449414d9fdba"}', '{"id": "01a1fca2-7e6b-7000-93d3-64aac6aaaa12", "kind": "channel", "name": "simulator border-inspection", "organisationId": "01a1fca2-7d46-7000-88bb-8c121e0d6cb2"}', '2026-11-21 05:44:31.522+00'),
	(47, '01a1fca2-8366-7000-b349-58a6f6ac2b5d', 'document.delivered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"channel": "carrier", "document": "carrier.manifest-reference", "documentId": "8de0386e-389c-840d-a3bc-29d62775a2d6", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.328+00'),
	(55, '01a1fca2-8432-7000-8bd6-52061446c429', 'document.answered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "documentId": "37a2436b-a463-8279-a563-c753be61dd70", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d", "partnerNumber": "BORDER-INSPECTION-PT2611210000003-5"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.533+00'),
	(56, '01a1fca2-8433-7000-93e9-0f543a824d9e', 'shipment.answered', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "maritime", "outcome": "acknowledged", "document": "maritime.conveyance-report", "shipmentId": "01a1fca2-8304-7000-bcd4-82590f20701d", "partnerNumber": "MARITIME-PT2611210000003-1"}', '{"id": "portico", "kind": "system", "name": "Portico"}', '2026-11-21 05:44:31.533+00');

INSERT INTO runtime.migration VALUES
	('runtime', '0001-runtime.sql', '839616771eccd105e8a70038fc3e1076503324f5d51282b2feda1efe5565636d', '2026-11-21 05:44:29.344538+00'),
	('runtime', '0002-idempotency-expiry.sql', '9563777c85b9f7ebc4e4bf31ee6f7fc45ec41709ef1f44137ac35d12f7046946', '2026-11-21 05:44:29.372977+00'),
	('runtime', '0003-failure-lanes.sql', 'eec72d397d565c810802ce6256fb1c1a0038267fae3d47fb2fe11d45d442b8f2', '2026-11-21 05:44:29.374684+00'),
	('enterprise', '0001-enterprise.sql', '6cfee3ed9b99a2ff443eeba082fe924d310459ce970b52723d65456397ade739', '2026-11-21 05:44:29.379785+00'),
	('reference', '0001-reference.sql', 'e45471948c76df8b7c8e64e5ead512a7eb1fa0764f9fcb1a85b47757de841a6d', '2026-11-21 05:44:29.392222+00'),
	('reference', '0002-editions.sql', '1cf891282ab13eb9b4ce0a635d7c437248f692ba19dbe605d5257b6db0f0768e', '2026-11-21 05:44:29.39718+00'),
	('shipment', '0001-shipment.sql', '46645cd0b0e5d7ae5e7cd955e402dad62aecf904080fb7b8d414c4fc9e97c9c4', '2026-11-21 05:44:29.405299+00'),
	('documents', '0001-documents.sql', 'c11c23bdbeca74e9e97c6833683a10dbc8e1be4587e5eed00bd422e08b752cad', '2026-11-21 05:44:29.422465+00'),
	('documents', '0002-delivery-and-client-number.sql', 'a3a6e6efb7c9490f0bbe14252b023ffc3e206400054b5aa8b1c5c3aa14347e83', '2026-11-21 05:44:29.427542+00'),
	('exchange', '0001-exchange.sql', '8badae396089edda7e4906ebc1fdf3bee6f205760d99f3962e282a300a9200ff', '2026-11-21 05:44:29.429594+00'),
	('exchange', '0002-waiting-and-replay.sql', 'ad22f7bf10f37228521e4852b051989b3ed5b2e9882ec1afa0db4d068d22f7fa', '2026-11-21 05:44:29.442476+00'),
	('exchange', '0003-poison-breaker-drain.sql', '91d4d86153172953f19f2a2ac95582c307efe759355e9ca275227de09e01d074', '2026-11-21 05:44:29.44524+00'),
	('disposition', '0001-disposition.sql', 'aa18f7699e50f53f50e6cfa6af06a8d9dbb3fbd19f79c9f4aaa01bd3281918bf', '2026-11-21 05:44:29.45073+00'),
	('inspection', '0001-inspection.sql', '3985dcc44be296722a013b724e90ee3ff4b52a1c2eb5147d46f9b43a64d41568', '2026-11-21 05:44:29.458225+00'),
	('release', '0001-release.sql', '7c88fabc885062f1ffb205ee14b417c9f1bba452dfa56c6cb5028c353b9f75e1', '2026-11-21 05:44:29.464035+00'),
	('subscriptions', '0001-subscriptions.sql', '99b6bbd814b402239a4ff940e8a160ac02920b3144613f6a9ab1cb5da1e7cde6', '2026-11-21 05:44:29.469172+00');

INSERT INTO shipment.answer VALUES
	('01a1fca2-814a-7000-a7b8-54fa51c0f9e8', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "partnerNumber": "BORDER-INSPECTION-PT2611210000001-1"}', '2026-11-21 05:44:30+00'),
	('01a1fca2-821f-7000-b16a-57e204b5e134', '01a1fca2-7f4b-7000-8799-089599d68719', '{"at": "2026-11-21T05:44:30.909Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "partnerNumber": "I20268261000000001"}', '2026-11-21 05:44:30.909+00'),
	('01a1fca2-82ce-7000-92c7-48036cf63bc2', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "partnerNumber": "BORDER-INSPECTION-PT2611210000002-3"}', '2026-11-21 05:44:31+00'),
	('01a1fca2-8344-7000-a48c-2d8eaf97ec93', '01a1fca2-818d-7000-8008-6e9663f099d9', '{"at": "2026-11-21T05:44:31.276Z", "text": {"en": "Accepted by the gateway", "zh": "申报成功"}, "channel": "customs", "outcome": "acknowledged", "document": "customs.goods-declaration", "partnerNumber": "I20268261000000006"}', '2026-11-21 05:44:31.276+00'),
	('01a1fca2-8429-7000-a029-31b1dacbc951', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "maritime", "outcome": "acknowledged", "document": "maritime.conveyance-report", "partnerNumber": "MARITIME-PT2611210000003-1"}', '2026-11-21 05:44:31+00'),
	('01a1fca2-8432-7000-8bd6-52061446c429', '01a1fca2-8304-7000-bcd4-82590f20701d', '{"at": "2026-11-21T05:44:31.000Z", "text": {"en": "Conveyance report received", "zh": "已收到运输工具申报"}, "channel": "border-inspection", "outcome": "acknowledged", "document": "border-inspection.conveyance-report", "partnerNumber": "BORDER-INSPECTION-PT2611210000003-5"}', '2026-11-21 05:44:31+00');

INSERT INTO shipment.number VALUES
	('PT2611210000001', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('KEPT-RAIL', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('RWKEPT-RAIL', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('20261120', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('X8084', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('中欧班列', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('91500103MA5UTRA017', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('5003160A01', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('CQPU1000014', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('CQPU1000020', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('BORDER-INSPECTION-PT2611210000001-1', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('PT2611210000002', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('KEPT-AIR', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('112-12345675', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('20261120', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('CA442', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('91500103MA5UTRA017', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('5003160A01', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('I20268261000000001', '01a1fca2-7f4b-7000-8799-089599d68719'),
	('BORDER-INSPECTION-PT2611210000002-3', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('PT2611210000003', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('KEPT-WATER', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('YZ26110001', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('2647E', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('9469560', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('MIN SHENG 1', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('91500103MA5UTRA017', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('5003160A01', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('YXEU4000010', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('I20268261000000006', '01a1fca2-818d-7000-8008-6e9663f099d9'),
	('MARITIME-PT2611210000003-1', '01a1fca2-8304-7000-bcd4-82590f20701d'),
	('BORDER-INSPECTION-PT2611210000003-5', '01a1fca2-8304-7000-bcd4-82590f20701d');

INSERT INTO shipment.shipment VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 'PT2611210000001', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', 'import', '3', 'submitted', 'awaiting', 1, 3, NULL, '{"goodsName": "笔记本电脑零件 等 2 项", "billNumber": "RWKEPT-RAIL", "containers": ["CQPU1000014", "CQPU1000020"], "conveyance": "中欧班列 20261120", "traderReference": "KEPT-RAIL"}', true, '2026-11-21 05:44:30.277+00', '2026-11-21 05:44:30.418+00'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 'PT2611210000002', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', 'import', '5', 'submitted', 'awaiting', 1, 3, NULL, '{"goodsName": "笔记本电脑零件 等 2 项", "billNumber": "112-12345675", "containers": [], "conveyance": "CA442 20261120", "traderReference": "KEPT-AIR"}', true, '2026-11-21 05:44:30.859+00', '2026-11-21 05:44:30.885+00'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 'PT2611210000003', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', '01a1fca2-7d3a-7000-b1b3-7215758ec162', '重庆山城光电有限公司（演示）', 'export', '2', 'submitted', 'awaiting', 1, 3, NULL, '{"goodsName": "笔记本电脑零件", "billNumber": "YZ26110001", "containers": ["YXEU4000010"], "conveyance": "MIN SHENG 1 2647E", "traderReference": "KEPT-WATER"}', true, '2026-11-21 05:44:31.235+00', '2026-11-21 05:44:31.258+00');

INSERT INTO shipment.version VALUES
	('01a1fca2-7f4b-7000-8799-089599d68719', 1, '{"goods": [{"hsCode": "8473309000", "currency": "USD", "dutyMode": "1", "quantity": "1000", "firstUnit": "035", "goodsName": "笔记本电脑零件", "unitPrice": "12.5", "lineNumber": "1", "totalPrice": "12500", "quantityUnit": "035", "firstQuantity": "1000", "originCountry": "DEU", "specification": "0|0|外壳|无品牌", "domesticDistrict": "50039", "destinationCountry": "CHN"}, {"hsCode": "8473309000", "currency": "USD", "dutyMode": "1", "quantity": "1000", "firstUnit": "035", "goodsName": "液晶显示模组零件", "unitPrice": "12.5", "lineNumber": "2", "totalPrice": "12500", "quantityUnit": "035", "firstQuantity": "1000", "originCountry": "DEU", "specification": "0|0|外壳|无品牌", "domesticDistrict": "50039", "destinationCountry": "CHN"}], "lastPort": "KZALA", "agentCode": "5003160A01", "agentName": "重庆山城光电有限公司（演示）", "agentUscc": "91500103MA5UTRA017", "crewCount": "2", "direction": "import", "entryType": "M", "netMassKg": "2000", "ownerCode": "5003160A01", "ownerName": "重庆山城光电有限公司（演示）", "ownerUscc": "91500103MA5UTRA017", "billNumber": "RWKEPT-RAIL", "containers": [{"sealNumber": "CN881", "containerSpec": "11", "containerGoods": "1", "containerNumber": "CQPU1000014", "containerGoodsMassKg": "1050"}, {"containerSpec": "11", "containerGoods": "2", "containerNumber": "CQPU1000020", "containerGoodsMassKg": "1050"}], "keyingCard": "8900000000001", "keyingCode": "5003160A01", "keyingName": "重庆山城光电有限公司（演示）", "keyingUscc": "91500103MA5UTRA017", "levyNature": "101", "tradeTerms": "1", "traderCode": "5003160A01", "traderName": "重庆山城光电有限公司（演示）", "traderUscc": "91500103MA5UTRA017", "grossMassKg": "2100", "packageKind": "22", "pickupParty": "重庆山城光电有限公司（演示）", "stationCode": "CKG-TUANJIECUN", "transitPort": "DEU000", "borderOffice": "8016", "conveyanceId": "X8084", "keyingPerson": "陈演示", "packageCount": "80", "storagePlace": "团结村铁路口岸", "tradeCountry": "DEU", "voyageNumber": "20261120", "departurePort": "DEU054", "entryExitPort": "500201", "pickupVehicle": "渝A12345", "shippingMarks": "N/M", "transportMode": "3", "conveyanceFlag": "KAZ", "conveyanceName": "中欧班列", "priceStatement": "00000", "tradingCountry": "DEU", "declarantPerson": "陈演示", "declarationMark": "1", "declarationType": "Z", "supervisionMode": "0110", "traderReference": "KEPT-RAIL", "transitRelation": "0", "estimatedArrival": "2026-11-20T04:00:00Z", "declarationOffice": "8016"}', NULL, '2026-11-21 05:44:30.418+00', '陈演示', 'b2c354f6128f676ef0af18a3de108d2925452d2250ddbf13708aa4f4f4383a2b'),
	('01a1fca2-818d-7000-8008-6e9663f099d9', 1, '{"goods": [{"hsCode": "8473309000", "currency": "USD", "dutyMode": "1", "quantity": "1000", "firstUnit": "035", "goodsName": "笔记本电脑零件", "unitPrice": "12.5", "lineNumber": "1", "totalPrice": "12500", "quantityUnit": "035", "firstQuantity": "1000", "originCountry": "DEU", "specification": "0|0|外壳|无品牌", "domesticDistrict": "50039", "destinationCountry": "CHN"}, {"hsCode": "8473309000", "currency": "USD", "dutyMode": "1", "quantity": "1000", "firstUnit": "035", "goodsName": "液晶显示模组零件", "unitPrice": "12.5", "lineNumber": "2", "totalPrice": "12500", "quantityUnit": "035", "firstQuantity": "1000", "originCountry": "DEU", "specification": "0|0|外壳|无品牌", "domesticDistrict": "50039", "destinationCountry": "CHN"}], "lastPort": "KZALA", "agentCode": "5003160A01", "agentName": "重庆山城光电有限公司（演示）", "agentUscc": "91500103MA5UTRA017", "crewCount": "2", "direction": "import", "entryType": "M", "netMassKg": "2000", "ownerCode": "5003160A01", "ownerName": "重庆山城光电有限公司（演示）", "ownerUscc": "91500103MA5UTRA017", "billNumber": "112-12345675", "containers": [], "keyingCard": "8900000000001", "keyingCode": "5003160A01", "keyingName": "重庆山城光电有限公司（演示）", "keyingUscc": "91500103MA5UTRA017", "levyNature": "101", "tradeTerms": "1", "traderCode": "5003160A01", "traderName": "重庆山城光电有限公司（演示）", "traderUscc": "91500103MA5UTRA017", "grossMassKg": "2100", "packageKind": "22", "pickupParty": "重庆山城光电有限公司（演示）", "stationCode": "CKG-JIANGBEI", "transitPort": "DEU000", "borderOffice": "8003", "conveyanceId": "CA442", "keyingPerson": "陈演示", "packageCount": "80", "storagePlace": "江北机场货站", "tradeCountry": "DEU", "voyageNumber": "20261120", "departurePort": "DEU054", "entryExitPort": "500201", "pickupVehicle": "渝A12345", "shippingMarks": "N/M", "transportMode": "5", "conveyanceFlag": "KAZ", "conveyanceName": "CA442", "priceStatement": "00000", "tradingCountry": "DEU", "declarantPerson": "陈演示", "declarationMark": "1", "declarationType": "Z", "supervisionMode": "0110", "traderReference": "KEPT-AIR", "transitRelation": "0", "estimatedArrival": "2026-11-20T04:00:00Z", "declarationOffice": "8003"}', NULL, '2026-11-21 05:44:30.885+00', '陈演示', '4fdb28e1af721efad9313e8ee87a7201d0c52ce4157c1b5f86f60868f6488702'),
	('01a1fca2-8304-7000-bcd4-82590f20701d', 1, '{"goods": [{"hsCode": "8473309000", "currency": "USD", "dutyMode": "1", "quantity": "1000", "firstUnit": "035", "goodsName": "笔记本电脑零件", "unitPrice": "12.5", "lineNumber": "1", "totalPrice": "12500", "quantityUnit": "035", "firstQuantity": "1000", "originCountry": "CHN", "specification": "0|0|外壳|无品牌", "domesticDistrict": "50039", "destinationCountry": "SGP"}], "lastPort": "KZALA", "agentCode": "5003160A01", "agentName": "重庆山城光电有限公司（演示）", "agentUscc": "91500103MA5UTRA017", "crewCount": "2", "direction": "export", "entryType": "M", "netMassKg": "2000", "ownerCode": "5003160A01", "ownerName": "重庆山城光电有限公司（演示）", "ownerUscc": "91500103MA5UTRA017", "billNumber": "YZ26110001", "containers": [{"containerSpec": "21", "containerGoods": "1", "containerNumber": "YXEU4000010", "containerGoodsMassKg": "2000"}], "keyingCard": "8900000000001", "keyingCode": "5003160A01", "keyingName": "重庆山城光电有限公司（演示）", "keyingUscc": "91500103MA5UTRA017", "levyNature": "101", "tradeTerms": "3", "traderCode": "5003160A01", "traderName": "重庆山城光电有限公司（演示）", "traderUscc": "91500103MA5UTRA017", "grossMassKg": "2100", "packageKind": "22", "pickupParty": "重庆山城光电有限公司（演示）", "stationCode": "CKG-GUOYUAN", "transitPort": "SGP000", "borderOffice": "8007", "conveyanceId": "9469560", "keyingPerson": "陈演示", "packageCount": "80", "storagePlace": "团结村铁路口岸", "tradeCountry": "SGP", "voyageNumber": "2647E", "departurePort": "DEU054", "entryExitPort": "500001", "pickupVehicle": "渝A12345", "shippingMarks": "N/M", "transportMode": "2", "conveyanceFlag": "KAZ", "conveyanceName": "MIN SHENG 1", "priceStatement": "00000", "tradingCountry": "SGP", "declarantPerson": "陈演示", "declarationMark": "1", "declarationType": "Z", "supervisionMode": "0110", "traderReference": "KEPT-WATER", "transitRelation": "0", "estimatedArrival": "2026-11-20T04:00:00Z", "declarationOffice": "8007", "estimatedDeparture": "2026-12-20T04:00:00Z"}', NULL, '2026-11-21 05:44:31.258+00', '陈演示', 'a469327d1a2cf0a4a3be9fdec3ad32f2b16936d8044cf7582f94e5de80c03734');

SELECT pg_catalog.setval('exchange.delivery_seq_seq', 12, true);

SELECT pg_catalog.setval('exchange.inbound_seq_seq', 8, true);

SELECT pg_catalog.setval('inspection.number_sequence', 1, false);

SELECT pg_catalog.setval('reference.edition_id_seq', 38, true);

SELECT pg_catalog.setval('release.number_sequence', 1, false);

SELECT pg_catalog.setval('runtime.event_position_seq', 57, true);

SELECT pg_catalog.setval('shipment.number_sequence', 3, true);

SELECT pg_catalog.setval('subscriptions.message_seq_seq', 1, false);

ALTER TABLE ONLY disposition."case"
    ADD CONSTRAINT case_pkey PRIMARY KEY (shipment_id);

ALTER TABLE ONLY disposition.collision
    ADD CONSTRAINT collision_pkey PRIMARY KEY (shipment_id, id);

ALTER TABLE ONLY disposition.instruction
    ADD CONSTRAINT instruction_pkey PRIMARY KEY (id, shipment_id);

ALTER TABLE ONLY disposition.object
    ADD CONSTRAINT object_pkey PRIMARY KEY (shipment_id, id);

ALTER TABLE ONLY disposition.outcome
    ADD CONSTRAINT outcome_pkey PRIMARY KEY (shipment_id, object_id);

ALTER TABLE ONLY documents.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY documents.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY enterprise.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY enterprise.api_key
    ADD CONSTRAINT api_key_secret_digest_key UNIQUE (secret_digest);

ALTER TABLE ONLY enterprise.authorisation
    ADD CONSTRAINT authorisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY enterprise.organisation
    ADD CONSTRAINT organisation_customs_registration_key UNIQUE (customs_registration);

ALTER TABLE ONLY enterprise.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY enterprise.organisation
    ADD CONSTRAINT organisation_uscc_key UNIQUE (uscc);

ALTER TABLE ONLY enterprise.person
    ADD CONSTRAINT person_account_key UNIQUE (account);

ALTER TABLE ONLY enterprise.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY enterprise.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_digest);

ALTER TABLE ONLY exchange.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (delivery_id, number);

ALTER TABLE ONLY exchange.breaker
    ADD CONSTRAINT breaker_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY exchange.delivery
    ADD CONSTRAINT delivery_id_key UNIQUE (id);

ALTER TABLE ONLY exchange.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY exchange.inbound
    ADD CONSTRAINT inbound_id_key UNIQUE (id);

ALTER TABLE ONLY exchange.inbound
    ADD CONSTRAINT inbound_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY exchange.interpreted
    ADD CONSTRAINT interpreted_pkey PRIMARY KEY (channel, partner_message_id, digest);

ALTER TABLE ONLY exchange.pause
    ADD CONSTRAINT pause_pkey PRIMARY KEY (channel);

ALTER TABLE ONLY exchange.pointer
    ADD CONSTRAINT pointer_pkey PRIMARY KEY (channel, value);

ALTER TABLE ONLY exchange.waiting
    ADD CONSTRAINT waiting_pkey PRIMARY KEY (channel, value, inbound_id);

ALTER TABLE ONLY inspection.part
    ADD CONSTRAINT part_pkey PRIMARY KEY (task_id, authority);

ALTER TABLE ONLY inspection.task
    ADD CONSTRAINT task_number_key UNIQUE (number);

ALTER TABLE ONLY inspection.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reference.code_list
    ADD CONSTRAINT code_list_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reference.edition
    ADD CONSTRAINT edition_list_valid_from_key UNIQUE (list, valid_from);

ALTER TABLE ONLY reference.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reference.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (list, code, valid_from);

ALTER TABLE ONLY release.release
    ADD CONSTRAINT release_number_key UNIQUE (number);

ALTER TABLE ONLY release.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY release.release
    ADD CONSTRAINT release_shipment_id_object_id_object_version_grant_number_key UNIQUE (shipment_id, object_id, object_version, grant_number);

ALTER TABLE ONLY release.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (shipment_id, object_id);

ALTER TABLE ONLY runtime.consumer
    ADD CONSTRAINT consumer_pkey PRIMARY KEY (name);

ALTER TABLE ONLY runtime.event
    ADD CONSTRAINT event_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY runtime.failed_reaction
    ADD CONSTRAINT failed_reaction_pkey PRIMARY KEY ("position", reaction);

ALTER TABLE ONLY runtime.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (actor, key);

ALTER TABLE ONLY runtime.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (module, name);

ALTER TABLE ONLY shipment.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY shipment.number
    ADD CONSTRAINT number_pkey PRIMARY KEY (value, shipment_id);

ALTER TABLE ONLY shipment.shipment
    ADD CONSTRAINT shipment_number_key UNIQUE (number);

ALTER TABLE ONLY shipment.shipment
    ADD CONSTRAINT shipment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY shipment.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY shipment.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (shipment_id, version);

ALTER TABLE ONLY subscriptions.message
    ADD CONSTRAINT message_id_key UNIQUE (id);

ALTER TABLE ONLY subscriptions.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY subscriptions.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);

CREATE INDEX collision_open ON disposition.collision USING btree (found_at DESC) WHERE (state = 'open'::text);

CREATE INDEX instruction_shipment ON disposition.instruction USING btree (shipment_id, received_at);

CREATE INDEX object_id ON disposition.object USING btree (id);

CREATE INDEX document_about ON documents.document USING btree (about_id) WHERE (about_id IS NOT NULL);

CREATE UNIQUE INDEX document_client_number ON documents.document USING btree (client_number) WHERE (client_number IS NOT NULL);

CREATE INDEX document_shipment ON documents.document USING btree (shipment_id, id);

CREATE INDEX api_key_organisation ON enterprise.api_key USING btree (organisation_id);

CREATE INDEX authorisation_broker ON enterprise.authorisation USING btree (broker_id);

CREATE INDEX authorisation_owner ON enterprise.authorisation USING btree (owner_id);

CREATE INDEX session_person ON enterprise.session USING btree (person_id);

CREATE INDEX delivery_dead ON exchange.delivery USING btree (channel, seq) WHERE (state = 'dead'::text);

CREATE INDEX delivery_document ON exchange.delivery USING btree (document_id);

CREATE INDEX delivery_due ON exchange.delivery USING btree (channel, seq) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

CREATE INDEX delivery_open_of_shipment ON exchange.delivery USING btree (shipment_id, channel, seq) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

CREATE INDEX delivery_state ON exchange.delivery USING btree (state, seq DESC);

CREATE INDEX inbound_channel ON exchange.inbound USING btree (channel, seq DESC);

CREATE INDEX inbound_state ON exchange.inbound USING btree (state, seq DESC);

CREATE INDEX interpreted_digest ON exchange.interpreted USING btree (channel, digest);

CREATE INDEX waiting_inbound ON exchange.waiting USING btree (inbound_id);

CREATE INDEX task_open ON inspection.task USING btree (starts_at) WHERE (state = ANY (ARRAY['planned'::text, 'started'::text]));

CREATE INDEX task_shipment ON inspection.task USING btree (shipment_id);

CREATE UNIQUE INDEX task_slot ON inspection.task USING btree (site_id, bay, starts_at) WHERE (state = ANY (ARRAY['planned'::text, 'started'::text]));

CREATE INDEX entry_code_prefix ON reference.entry USING btree (list, code text_pattern_ops);

CREATE INDEX entry_edition ON reference.entry USING btree (edition_id);

CREATE UNIQUE INDEX entry_one_open ON reference.entry USING btree (list, code) WHERE (valid_to IS NULL);

CREATE UNIQUE INDEX release_live ON release.release USING btree (shipment_id, object_id) WHERE (state = 'granted'::text);

CREATE INDEX release_object ON release.release USING btree (object_id);

CREATE INDEX release_state ON release.release USING btree (state, id DESC);

CREATE INDEX event_subject ON runtime.event USING btree (subject, "position");

CREATE INDEX failed_reaction_due ON runtime.failed_reaction USING btree (next_attempt_at) WHERE (NOT given_up);

CREATE INDEX failed_reaction_lane ON runtime.failed_reaction USING btree (reaction, subject, "position");

CREATE INDEX idempotency_created ON runtime.idempotency USING btree (created_at);

CREATE INDEX answer_shipment ON shipment.answer USING btree (shipment_id, at);

CREATE INDEX number_prefix ON shipment.number USING btree (value text_pattern_ops);

CREATE INDEX number_shipment ON shipment.number USING btree (shipment_id);

CREATE INDEX shipment_filer ON shipment.shipment USING btree (filer_id, id DESC);

CREATE INDEX shipment_owner ON shipment.shipment USING btree (owner_id, id DESC);

CREATE INDEX shipment_submitted ON shipment.shipment USING btree (id DESC) WHERE (version > 0);

CREATE INDEX template_organisation ON shipment.template USING btree (organisation_id, id);

CREATE INDEX message_due ON subscriptions.message USING btree (subscription_id, next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

CREATE INDEX message_of_subscription ON subscriptions.message USING btree (subscription_id, seq DESC);

CREATE UNIQUE INDEX message_once ON subscriptions.message USING btree (subscription_id, "position") WHERE ("position" > 0);

CREATE INDEX subscription_active ON subscriptions.subscription USING btree (id) WHERE (state = 'active'::text);

CREATE INDEX subscription_organisation ON subscriptions.subscription USING btree (organisation_id, id);

ALTER TABLE ONLY documents.document
    ADD CONSTRAINT document_digest_fkey FOREIGN KEY (digest) REFERENCES documents.body(digest);

ALTER TABLE ONLY enterprise.api_key
    ADD CONSTRAINT api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES enterprise.organisation(id);

ALTER TABLE ONLY enterprise.authorisation
    ADD CONSTRAINT authorisation_broker_id_fkey FOREIGN KEY (broker_id) REFERENCES enterprise.organisation(id);

ALTER TABLE ONLY enterprise.authorisation
    ADD CONSTRAINT authorisation_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES enterprise.organisation(id);

ALTER TABLE ONLY enterprise.person
    ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES enterprise.organisation(id);

ALTER TABLE ONLY enterprise.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES enterprise.person(id);

ALTER TABLE ONLY exchange.attempt
    ADD CONSTRAINT attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES exchange.delivery(id);

ALTER TABLE ONLY inspection.part
    ADD CONSTRAINT part_task_id_fkey FOREIGN KEY (task_id) REFERENCES inspection.task(id);

ALTER TABLE ONLY reference.edition
    ADD CONSTRAINT edition_list_fkey FOREIGN KEY (list) REFERENCES reference.code_list(id);

ALTER TABLE ONLY reference.entry
    ADD CONSTRAINT entry_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES reference.edition(id);

ALTER TABLE ONLY reference.entry
    ADD CONSTRAINT entry_list_fkey FOREIGN KEY (list) REFERENCES reference.code_list(id);

ALTER TABLE ONLY runtime.failed_reaction
    ADD CONSTRAINT failed_reaction_position_fkey FOREIGN KEY ("position") REFERENCES runtime.event("position");

ALTER TABLE ONLY shipment.answer
    ADD CONSTRAINT answer_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipment.shipment(id);

ALTER TABLE ONLY shipment.number
    ADD CONSTRAINT number_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipment.shipment(id);

ALTER TABLE ONLY shipment.version
    ADD CONSTRAINT version_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipment.shipment(id);

ALTER TABLE ONLY subscriptions.message
    ADD CONSTRAINT message_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions.subscription(id) ON DELETE CASCADE;

