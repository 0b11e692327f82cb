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

CREATE SCHEMA newsroom;

CREATE FUNCTION newsroom.mt_archive_stream(streamid uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  update newsroom.mt_streams set is_archived = TRUE where id = streamid ;
  update newsroom.mt_events set is_archived = TRUE where stream_id = streamid ;
END;
$$;

CREATE FUNCTION newsroom.mt_grams_array(words text, use_unaccent boolean DEFAULT false) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
        DECLARE
result text[];
        DECLARE
word text;
        DECLARE
clean_word text;
BEGIN
                FOREACH
word IN ARRAY string_to_array(words, ' ')
                LOOP
                     clean_word = regexp_replace(newsroom.mt_safe_unaccent(use_unaccent, word), '[^a-zA-Z0-9]+', '','g');
FOR i IN 1 .. length(clean_word)
                     LOOP
                         result := result || quote_literal(substr(lower(clean_word), i, 1));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 2));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 3));
END LOOP;
END LOOP;

RETURN ARRAY(SELECT DISTINCT e FROM unnest(result) AS a(e) ORDER BY e);
END;
$$;

CREATE FUNCTION newsroom.mt_grams_query(text, use_unaccent boolean DEFAULT false) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(newsroom.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$_$;

CREATE FUNCTION newsroom.mt_grams_vector(text, use_unaccent boolean DEFAULT false) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(newsroom.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$_$;

CREATE FUNCTION newsroom.mt_immutable_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $$
select value::date

$$;

CREATE FUNCTION newsroom.mt_immutable_time(value text) RETURNS time without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::time

$$;

CREATE FUNCTION newsroom.mt_immutable_timestamp(value text) RETURNS timestamp without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamp

$$;

CREATE FUNCTION newsroom.mt_immutable_timestamptz(value text) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamptz

$$;

CREATE FUNCTION newsroom.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    patch_expression ALIAS FOR $5;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
            END CASE;
    END IF;
    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    tmp_value jsonb;
    _key text;
BEGIN
    tmp_value = retval #> location;

    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN NOT tmp_value ?| ARRAY(SELECT jsonb_object_keys(val)) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_copy(jsonb, text[], text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_path ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = newsroom.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value::jsonb, TRUE);
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_duplicate(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    targets ALIAS FOR $3;
    tmp_value jsonb;
    target_path text[];
    target text;
BEGIN
    FOR target IN SELECT jsonb_array_elements_text(targets)
    LOOP
        target_path = newsroom.mt_jsonb_path_to_array(target, '\.');
        retval = newsroom.mt_jsonb_copy(retval, location, target_path);
    END LOOP;

    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_fix_null_parent(jsonb, text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    dst_path ALIAS FOR $2;
    dst_path_segment text[] = ARRAY[]::text[];
    dst_path_array_length integer;
    i integer = 1;
BEGIN
    dst_path_array_length = array_length(dst_path, 1);
    WHILE i <=(dst_path_array_length - 1)
    LOOP
        dst_path_segment = dst_path_segment || ARRAY[dst_path[i]];
        IF retval #> dst_path_segment IS NULL OR retval #> dst_path_segment = 'null'::jsonb THEN
            retval = jsonb_set(retval, dst_path_segment, '{}'::jsonb, TRUE);
        END IF;
        i = i + 1;
    END LOOP;

    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_increment(jsonb, text[], numeric) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    location ALIAS FOR $2;
    increment_value ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NULL THEN
        tmp_value = to_jsonb(0);
END IF;

RETURN jsonb_set(retval, location, to_jsonb(tmp_value::numeric + increment_value), TRUE);
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    elm_index ALIAS FOR $4;
    if_not_exists ALIAS FOR $5;
    patch_expression ALIAS FOR $6;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF elm_index IS NULL THEN
            elm_index = jsonb_array_length(tmp_value) + 1;
        END IF;
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_move(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_name ALIAS FOR $3;
    dst_path text[];
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = retval #- src_path;
    dst_path = src_path;
    dst_path[array_length(dst_path, 1)] = dst_name;
    retval = newsroom.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value, TRUE);
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_patch(jsonb, jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    patchset ALIAS FOR $2;
    patch jsonb;
    patch_path text[];
    patch_expression jsonb;
    value jsonb;
BEGIN
    FOR patch IN SELECT * from jsonb_array_elements(patchset)
    LOOP
        patch_path = newsroom.mt_jsonb_path_to_array((patch->>'path')::text, '\.');

        patch_expression = null;
        IF (patch->>'type') IN ('remove', 'append_if_not_exists', 'insert_if_not_exists') AND (patch->>'expression') IS NOT NULL THEN
            patch_expression = jsonb_path_query_array(retval #> patch_path, (patch->>'expression')::jsonpath);
        END IF;

        CASE patch->>'type'
            WHEN 'set' THEN
                retval = jsonb_set(retval, patch_path, (patch->'value')::jsonb, TRUE);
            WHEN 'delete' THEN
                retval = retval#-patch_path;
            WHEN 'append' THEN
                retval = newsroom.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, FALSE);
            WHEN 'append_if_not_exists' THEN
                retval = newsroom.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, TRUE, patch_expression);
            WHEN 'append_key_value' THEN
                retval = newsroom.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, FALSE);
            WHEN 'append_key_value_if_not_exists' THEN
                retval = newsroom.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, TRUE);
            WHEN 'insert' THEN
                retval = newsroom.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, FALSE);
            WHEN 'insert_if_not_exists' THEN
                retval = newsroom.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, TRUE, patch_expression);
            WHEN 'remove' THEN
                retval = newsroom.mt_jsonb_remove(retval, patch_path, COALESCE(patch_expression, (patch->'value')::jsonb));
            WHEN 'remove_key' THEN
                retval = newsroom.mt_jsonb_remove_key(retval, patch_path, (patch->>'key'));
            WHEN 'duplicate' THEN
                retval = newsroom.mt_jsonb_duplicate(retval, patch_path, (patch->'targets')::jsonb);
            WHEN 'rename' THEN
                retval = newsroom.mt_jsonb_move(retval, patch_path, (patch->>'to')::text);
            WHEN 'increment' THEN
                retval = newsroom.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            WHEN 'increment_float' THEN
                retval = newsroom.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            ELSE NULL;
        END CASE;
    END LOOP;
    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_path_to_array(text, character) RETURNS text[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_remove(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF jsonb_typeof(val) = 'array' THEN
            tmp_remove = val;
        ELSE
            tmp_remove = jsonb_build_array(val);
        END IF;

        FOR patch_remove IN SELECT * FROM jsonb_array_elements(tmp_remove)
        LOOP
            tmp_value =(SELECT jsonb_agg(elem)
            FROM jsonb_array_elements(tmp_value) AS elem
            WHERE elem <> patch_remove);
        END LOOP;

        IF tmp_value IS NULL THEN
            tmp_value = '[]'::jsonb;
        END IF;
    END IF;
    RETURN jsonb_set(retval, location, tmp_value, FALSE);
END;
$_$;

CREATE FUNCTION newsroom.mt_jsonb_remove_key(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    _key ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        RETURN jsonb_set(retval, location, tmp_value - _key, FALSE);
    END IF;
    RETURN retval;
END;
$_$;

CREATE FUNCTION newsroom.mt_mark_event_progression(name character varying, last_encountered bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
INSERT INTO newsroom.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();

END;

$$;

CREATE FUNCTION newsroom.mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    current_value bigint;
BEGIN
    select last_seq_id into current_value from newsroom.mt_event_progression where name = shard_name;

    IF current_value is null then
        -- Bootstrap the high-water row on first invocation. Previously this branch
        -- returned 0, which left HighWaterAgent.CheckNowAsync polling forever because
        -- statistics.CurrentMark never advanced. Issue #4425.
        INSERT INTO newsroom.mt_event_progression (name, last_seq_id, last_updated)
        VALUES (shard_name, ending_sequence, transaction_timestamp())
        ON CONFLICT ON CONSTRAINT pk_mt_event_progression
            DO UPDATE SET last_seq_id = ending_sequence, last_updated = transaction_timestamp();
        IF ending_sequence > starting_sequence THEN
            -- Idempotent: a rebuild/replay re-marks the same skip (ending_sequence is the
            -- PK). Re-recording an existing gap is a no-op. Conflict target is the PK
            -- constraint (the bare column name collides with the function parameter). #4530.
            insert into newsroom.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
                on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        END IF;
        return ending_sequence;
    ELSIF current_value = starting_sequence THEN
        update newsroom.mt_event_progression SET last_seq_id = ending_sequence, last_updated = transaction_timestamp() where shard_name = name;
        insert into newsroom.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
            on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        return ending_sequence;
    ELSE
        return current_value;
    END IF;
END
$$;

CREATE FUNCTION newsroom.mt_quick_append_events(stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], correlation_ids character varying[], headers jsonb[], user_names character varying[], timestamps timestamp with time zone[], expected_version bigint DEFAULT NULL::bigint) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
	event_version bigint;
	stream_is_archived boolean;
	event_type varchar;
	event_id uuid;
	body jsonb;
	index int;
	seq bigint;
    actual_tenant varchar;
    is_new_stream boolean := false;
	return_value bigint[];
BEGIN
    if expected_version IS NOT NULL then
        -- COALESCE turns the NULL we get for a brand-new stream into 0, so a
        -- FetchForWriting against a non-existent stream (which sets
        -- ExpectedVersionOnServer = 0) and a StartStream(id, version: 0) both
        -- land on the new-stream branch instead of mis-firing the guard.
        select version, is_archived into event_version, stream_is_archived from newsroom.mt_streams where id = stream for update;
        if COALESCE(event_version, 0) != expected_version then
            RAISE EXCEPTION 'Stream version mismatch on ''%'': expected %, actual %', stream, expected_version, COALESCE(event_version, 0) USING ERRCODE = 'MT003';
        end if;
    else
        select version, is_archived into event_version, stream_is_archived from newsroom.mt_streams where id = stream;
    end if;

	if event_version IS NULL then
		event_version = 0;
		is_new_stream := true;
		-- #5456 follow-up: insert the FINAL version straight away rather than 0 plus a
		-- trailing UPDATE of the row we just wrote in this same transaction. That UPDATE
		-- is a second heap tuple + WAL record per stream creation for no observable gain
		-- -- nothing outside this transaction can see the intermediate 0. The trailing
		-- UPDATE below is skipped for this branch via is_new_stream.
		insert into newsroom.mt_streams (id, type, version, timestamp, tenant_id) values (stream, stream_type, COALESCE(array_length(event_ids, 1), 0), now(), tenantid);
    else
        if stream_is_archived then
            RAISE EXCEPTION 'Attempted to append event to archived stream with Id ''%''.', stream USING ERRCODE = 'MT001';
        end if;
        if tenantid IS NOT NULL then
            select tenant_id into actual_tenant from newsroom.mt_streams where id = stream;
            if actual_tenant != tenantid then
                RAISE EXCEPTION 'The tenantid does not match the existing stream';
            end if;
        end if;
	end if;

	index := 1;
	-- #5062: array_length('{}', 1) is NULL in PostgreSQL, not 0, so a call with an
	-- empty event array used to return ARRAY[NULL] -- a bigint[] whose only element
	-- is NULL, which Npgsql cannot read into long[] ('Cannot read a non-nullable
	-- collection of elements because the returned array contains nulls'). COALESCE
	-- makes the empty case mean what it says: zero events appended, so the final
	-- version is the stream's current version.
	return_value := ARRAY[event_version + COALESCE(array_length(event_ids, 1), 0)];

	foreach event_id in ARRAY event_ids
	loop
        seq := nextval('newsroom.mt_events_sequence');
		return_value := array_append(return_value, seq);

	    event_version := event_version + 1;
		event_type = event_types[index];
		body = bodies[index];

		-- #4515 / #4578 / Phase 2: bdatas[index] carries the binary payload
		-- for events opted in to binary serialization (NULL otherwise).
		-- bodies[index] is the {} JSON placeholder for those events so the
		-- existing data jsonb NOT NULL constraint stays intact.
		insert into newsroom.mt_events
			(seq_id, id, stream_id, version, data, bdata, type, tenant_id, timestamp, mt_dotnet_type, is_archived, causation_id, correlation_id, headers, user_name)
		values
			(seq, event_id, stream, event_version, body, bdatas[index], event_type, tenantid, timestamps[index], dotnet_types[index], FALSE, causation_ids[index], correlation_ids[index], headers[index], user_names[index]);

		index := index + 1;
	end loop;

	-- A brand-new stream already carries its final version from the insert above, so the
	-- UPDATE is only needed when we appended onto a stream that already existed.
	--
	-- #5539: and only when we actually appended something. With ZERO events this was a BLIND write-back
	-- of the version read at the top of the function, and under READ COMMITTED that is a lost update: the
	-- UPDATE waits on a concurrent appender's row lock, the winner commits, the WHERE clause is
	-- re-evaluated against the new row, and `set version = <the stale value>` lands -- leaving
	-- mt_streams.version BELOW the stream's own events. Every later append then computes a version that
	-- already exists and dies on pk_mt_events_stream_and_version, forever, until the row is repaired by
	-- hand. A non-empty call cannot do this: its first INSERT collides with the winner on that same
	-- primary key and rolls the whole thing back, which is why only the empty case was exposed.
	--
	-- Two independent guards, because either alone would have been enough and the cost of both is nil:
	--   * the append count -- appending nothing has nothing to write, so the correct number of statements
	--     is zero rather than one that happens to be harmless;
	--   * greatest(), so the write-back can never LOWER a stream's version whoever calls it. An append
	--     only ever moves a version forward, so this is a no-op on every correct path and a backstop on
	--     any future caller that reads the version and then writes it back.
	if not is_new_stream and COALESCE(array_length(event_ids, 1), 0) > 0 then
		update newsroom.mt_streams set version = greatest(version, event_version), timestamp = now() where id = stream;
	end if;

	return return_value;
END
$$;

CREATE FUNCTION newsroom.mt_safe_unaccent(use_unaccent boolean, word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;

CREATE FUNCTION newsroom.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if coalesce(current_setting('newsroom.erasing', true), '') = '' then
        raise exception '% of % is refused: the record is added to and never changed.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE newsroom.audit (
    sequence bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    role text,
    story uuid,
    desk text,
    type text NOT NULL,
    sentence text NOT NULL,
    why text
);

CREATE TABLE newsroom.ledger_checkpoints (
    size bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    note text NOT NULL
);

CREATE TABLE newsroom.ledger_hashes (
    level integer NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE newsroom.ledger_leaves (
    index bigint NOT NULL,
    sequence bigint NOT NULL,
    event uuid NOT NULL,
    entry bytea NOT NULL,
    salt bytea NOT NULL
);

CREATE TABLE newsroom.ledger_parts (
    sequence bigint NOT NULL,
    path text NOT NULL,
    digest bytea NOT NULL
);

CREATE TABLE newsroom.ledger_salts (
    sequence bigint NOT NULL,
    path text NOT NULL,
    salt bytea NOT NULL
);

CREATE TABLE newsroom.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE newsroom.mt_doc_desk (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_doc_deskpolicies (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_doc_envelope (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE newsroom.mt_doc_erasure (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_doc_idempotentanswer (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE newsroom.mt_doc_keyframe (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);

CREATE TABLE newsroom.mt_doc_person (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_doc_publishedstory (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL,
    slug character varying
);

CREATE TABLE newsroom.mt_doc_queuedpassage (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    desk character varying,
    lapsed boolean,
    since timestamp with time zone
);

CREATE TABLE newsroom.mt_doc_speaker (
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_doc_story (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL,
    slug character varying
);

CREATE TABLE newsroom.mt_doc_storycard (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    desk character varying,
    assignee character varying,
    changed_at timestamp with time zone,
    stage character varying,
    under_way boolean,
    stage_since timestamp with time zone
);

CREATE TABLE newsroom.mt_doc_storytext (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp(),
    mode character varying DEFAULT 'none'::character varying,
    rebuild_threshold integer DEFAULT 0,
    assigned_node integer DEFAULT 0,
    heartbeat timestamp with time zone,
    agent_status character varying(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category character varying(50),
    failure_event_sequence bigint,
    failure_event_type character varying(500),
    failure_event_tenant_id character varying(500)
);

CREATE TABLE newsroom.mt_event_projection_floors (
    name character varying NOT NULL,
    tenant_id character varying NOT NULL,
    floor bigint NOT NULL,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);

CREATE TABLE newsroom.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-28 13:43:38.425728+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_archived boolean DEFAULT false
);

CREATE SEQUENCE newsroom.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE newsroom.mt_events_sequence OWNED BY newsroom.mt_events.seq_id;

CREATE TABLE newsroom.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    "timestamp" timestamp with time zone DEFAULT transaction_timestamp()
);

CREATE TABLE newsroom.mt_streams (
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false
);

CREATE TABLE newsroom.refusal_tally (
    person character varying NOT NULL,
    minute timestamp with time zone NOT NULL,
    refused integer NOT NULL
);

CREATE TABLE newsroom.source_keys (
    speaker text NOT NULL,
    key bytea NOT NULL
);

CREATE TABLE newsroom.story_words (
    story uuid NOT NULL,
    words text NOT NULL
);

CREATE TABLE newsroom.wolverine_agent_restrictions (
    id uuid NOT NULL,
    uri character varying NOT NULL,
    type character varying NOT NULL,
    node integer DEFAULT 0 NOT NULL
);

CREATE TABLE newsroom.wolverine_control_queue (
    id uuid NOT NULL,
    message_type character varying NOT NULL,
    node_id uuid NOT NULL,
    body bytea NOT NULL,
    posted timestamp with time zone DEFAULT now() NOT NULL,
    expires timestamp with time zone
);

CREATE TABLE newsroom.wolverine_dead_letter_history (
    id uuid NOT NULL,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    first_failed_at timestamp with time zone
);

CREATE TABLE newsroom.wolverine_dead_letters (
    id uuid NOT NULL,
    execution_time timestamp with time zone,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    source character varying,
    exception_type character varying,
    exception_message character varying,
    sent_at timestamp with time zone,
    replayable boolean,
    failure_group character varying(100),
    failure_title character varying(500),
    failed_at timestamp with time zone,
    first_failed_at timestamp with time zone,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    archived_at timestamp with time zone
);

CREATE TABLE newsroom.wolverine_incoming_envelopes (
    id uuid NOT NULL,
    status character varying NOT NULL,
    owner_id integer NOT NULL,
    execution_time timestamp with time zone,
    attempts integer DEFAULT 0,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    keep_until timestamp with time zone
);

CREATE TABLE newsroom.wolverine_node_assignments (
    id character varying NOT NULL,
    node_id uuid,
    started timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE newsroom.wolverine_node_records (
    id integer NOT NULL,
    node_number integer NOT NULL,
    event_name character varying NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    description character varying
);

CREATE SEQUENCE newsroom.wolverine_node_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE newsroom.wolverine_node_records_id_seq OWNED BY newsroom.wolverine_node_records.id;

CREATE TABLE newsroom.wolverine_nodes (
    id uuid NOT NULL,
    node_number integer NOT NULL,
    description character varying NOT NULL,
    uri character varying NOT NULL,
    started timestamp with time zone DEFAULT now() NOT NULL,
    health_check timestamp with time zone DEFAULT now() NOT NULL,
    version character varying,
    capabilities text[]
);

CREATE SEQUENCE newsroom.wolverine_nodes_node_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE newsroom.wolverine_nodes_node_number_seq OWNED BY newsroom.wolverine_nodes.node_number;

CREATE TABLE newsroom.wolverine_outgoing_envelopes (
    id uuid NOT NULL,
    owner_id integer NOT NULL,
    destination character varying NOT NULL,
    deliver_by timestamp with time zone,
    body bytea NOT NULL,
    attempts integer DEFAULT 0,
    message_type character varying NOT NULL
);

ALTER TABLE ONLY newsroom.wolverine_node_records ALTER COLUMN id SET DEFAULT nextval('newsroom.wolverine_node_records_id_seq'::regclass);

ALTER TABLE ONLY newsroom.wolverine_nodes ALTER COLUMN node_number SET DEFAULT nextval('newsroom.wolverine_nodes_node_number_seq'::regclass);

INSERT INTO newsroom.audit VALUES
	(1, '2026-11-28 13:43:41.722106+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {idris@newsroom-development} as Idris Penhale, reporter', NULL),
	(2, '2026-11-28 13:43:41.912194+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {kit@newsroom-development} as Kit Oyelaran, reporter', NULL),
	(3, '2026-11-28 13:43:41.967858+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {liv@newsroom-development} as Liv Tangerud, reporter', NULL),
	(4, '2026-11-28 13:43:42.026394+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {ana@newsroom-development} as Ana Lindqvist, editor', NULL),
	(5, '2026-11-28 13:43:42.045996+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {tomas@newsroom-development} as Tomas Reyne, editor', NULL),
	(6, '2026-11-28 13:43:42.052182+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {sunniva@newsroom-development} as Sunniva Aalberg, editor, fact-checker', NULL),
	(7, '2026-11-28 13:43:42.057226+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {noor@newsroom-development} as Noor Haddon, fact-checker', NULL),
	(8, '2026-11-28 13:43:42.061792+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {eirik@newsroom-development} as Eirik Sundgard, fact-checker', NULL),
	(9, '2026-11-28 13:43:42.06631+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {petra@newsroom-development} as Petra Vance, legal', NULL),
	(10, '2026-11-28 13:43:42.071018+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {magnus@newsroom-development} as Magnus Tarrow, publisher', NULL),
	(11, '2026-11-28 13:43:42.075585+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {hedda@newsroom-development} as Hedda Quill, chief-editor', NULL),
	(12, '2026-11-28 13:43:42.079971+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {wilma@newsroom-development} as Wilma Osei, auditor', NULL),
	(13, '2026-11-28 13:43:42.084177+00', 'jonas@newsroom-development', NULL, NULL, NULL, 'person_described', '{jonas@newsroom-development} described {jonas@newsroom-development} as Jonas Thrale, admin', NULL),
	(14, '2026-11-28 13:43:42.155445+00', 'jonas@newsroom-development', NULL, NULL, 'town', 'desk_defined', '{jonas@newsroom-development} defined the desk town: Town, en', NULL),
	(15, '2026-11-28 13:43:42.171626+00', 'jonas@newsroom-development', NULL, NULL, 'harbour', 'desk_defined', '{jonas@newsroom-development} defined the desk harbour: Harbour, en', NULL),
	(16, '2026-11-28 13:43:42.178334+00', 'jonas@newsroom-development', NULL, NULL, 'culture', 'desk_defined', '{jonas@newsroom-development} defined the desk culture: Culture and Sport, en', NULL),
	(17, '2026-11-28 13:43:42.184088+00', 'jonas@newsroom-development', NULL, NULL, 'norsk', 'desk_defined', '{jonas@newsroom-development} defined the desk norsk: Norsk, nb', NULL),
	(18, '2026-11-28 13:43:42.365799+00', 'jonas@newsroom-development', NULL, NULL, 'town', 'policy_proposed', '{jonas@newsroom-development} proposed version 1 of the policy of the town desk: quotes-attributed, quotes-verified (at least 1, waivable), claims-checked (at least 2, waivable), headline-quotes-sourced, approvals (at least 2, 1 as editor), notes-resolved', 'Council stories are quoted back at us for years: what they assert as fact is checked by two people.'),
	(19, '2026-11-28 13:43:42.509913+00', 'hedda@newsroom-development', NULL, NULL, 'town', 'policy_accepted', '{hedda@newsroom-development} put version 1 of the policy of the town desk in force', NULL),
	(20, '2026-11-28 13:43:42.554812+00', 'jonas@newsroom-development', NULL, NULL, 'culture', 'policy_proposed', '{jonas@newsroom-development} proposed version 1 of the policy of the culture desk: quotes-attributed (from 6 words), quotes-verified (at least 1, waivable), claims-checked (at least 1, waivable), headline-quotes-sourced (waivable), approvals (at least 1, 1 as editor), notes-resolved (waivable)', 'Reviews and listings go out with one approval, by an editor.'),
	(21, '2026-11-28 13:43:42.5606+00', 'hedda@newsroom-development', NULL, NULL, 'culture', 'policy_accepted', '{hedda@newsroom-development} put version 1 of the policy of the culture desk in force', NULL),
	(22, '2026-11-28 13:43:42.655927+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker marit-oyen: Marit Øyen, Mayor of Skelhaven since 2021', NULL),
	(23, '2026-11-28 13:43:42.674733+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker rowan-teale: Rowan Teale, Councillor for Quayside; leads the Ratepayers Group on Skelhaven council', NULL),
	(24, '2026-11-28 13:43:42.679489+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker tamsin-varley: Tamsin Varley, Boatbuilder; owner of Varley and Daughter, Long Slip', NULL),
	(25, '2026-11-28 13:43:42.689376+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker aldous-keene: Aldous Keene, Chief executive of the Skelhaven Harbour Trust', NULL),
	(26, '2026-11-28 13:43:42.695058+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker oona-strand: Oona Strand, Chair of the Skelhaven Inshore Association', NULL),
	(27, '2026-11-28 13:43:42.698794+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker brigid-tarn: Brigid Tarn, Skelhaven branch secretary of the Sound and Isles Seafarers', NULL),
	(28, '2026-11-28 13:43:42.702386+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker lorcan-ashby: Lorcan Ashby, Managing director of Skel Sound Ferries', NULL),
	(29, '2026-11-28 13:43:42.706449+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker ragnhild-stavnes: Ragnhild Stavnes, Leder for Den norske lesestuen i Skelhaven', NULL),
	(30, '2026-11-28 13:43:42.714446+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker dorrit-pell: Dorrit Pell, Baker; owner of the Harbour Lights cinema since September 2025', NULL),
	(31, '2026-11-28 13:43:42.718993+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker percival-noakes: Percival Noakes, Secretary of the Friends of the Harbour Lights', NULL),
	(32, '2026-11-28 13:43:42.722563+00', 'idris@newsroom-development', NULL, NULL, NULL, 'speaker_registered', '{idris@newsroom-development} registered the speaker conrad-leith-marsh: Conrad Leith-Marsh, Said to be director of development of Brae and Sound Hotels', NULL),
	(33, '2026-11-28 13:43:42.893689+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_drafted', '{idris@newsroom-development} drafted “Council votes to rebuild the north breakwater” for the town desk', NULL),
	(34, '2026-11-28 13:43:43.309898+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'article_revised', '{idris@newsroom-development} revised the article: “vote” → “votes”', NULL),
	(35, '2026-11-28 13:43:43.432767+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'quote_attributed', '{idris@newsroom-development} attributed q1 “We can pay for a wall now or pay for a harbour later,” to marit-oyen by the words “said the mayor, Marit Øyen”', NULL),
	(48, '2026-11-28 13:43:44.075955+00', 'magnus@newsroom-development', 'publisher', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_published', '{magnus@newsroom-development} published edition 1: “Council votes to rebuild the north breakwater”, with claims-checked waived', NULL),
	(36, '2026-11-28 13:43:43.464486+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'quote_attributed', '{idris@newsroom-development} attributed q2 “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.” to rowan-teale by the words “Councillor Rowan Teale, who leads the Ratepayers Group, said”', NULL),
	(37, '2026-11-28 13:43:43.530702+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'claim_flagged', '{idris@newsroom-development} flagged c1 as a claim: “The motion was carried by eight votes to five, with two abstentions.”', NULL),
	(38, '2026-11-28 13:43:43.551375+00', 'ana@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'claim_flagged', '{ana@newsroom-development} flagged c2 as a claim: “The harbour office has closed the outer berths on 87 days since the storm.”', NULL),
	(39, '2026-11-28 13:43:43.608471+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_submitted', '{idris@newsroom-development} submitted the story for review', NULL),
	(40, '2026-11-28 13:43:43.707858+00', 'noor@newsroom-development', 'fact-checker', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'fact_checked', '{noor@newsroom-development} found q1 “We can pay for a wall now or pay for a harbour later,” [said the mayor, Marit Øyen] verified, on recording: Skelhaven council, sitting of 13 October 2025, sound recording', NULL),
	(41, '2026-11-28 13:43:43.722667+00', 'noor@newsroom-development', 'fact-checker', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'fact_checked', '{noor@newsroom-development} found q2 “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.” [Councillor … verified, on recording: Skelhaven council, sitting of 13 October 2025, sound recording', NULL),
	(42, '2026-11-28 13:43:43.737536+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'fact_checked', '{eirik@newsroom-development} found c1 “The motion was carried by eight votes to five, with two abstentions.” verified, on document: Minutes of Skelhaven council, 13 October 2025, item 6', NULL),
	(43, '2026-11-28 13:43:43.753711+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'fact_checked', '{eirik@newsroom-development} found c2 “The harbour office has closed the outer berths on 87 days since the storm.” verified, on dataset: Skelhaven harbour office, berth log 2025, outer berths', NULL),
	(44, '2026-11-28 13:43:43.763209+00', 'noor@newsroom-development', 'fact-checker', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'fact_checked', '{noor@newsroom-development} found c1 “The motion was carried by eight votes to five, with two abstentions.” verified, on recording: Skelhaven council, sitting of 13 October 2025, sound recording', NULL),
	(45, '2026-11-28 13:43:43.831419+00', 'hedda@newsroom-development', 'chief-editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'gate_waived', '{hedda@newsroom-development} waived claims-checked for c2 “The harbour office has closed the outer berths on 87 days since the storm.”', 'The berth log is public and Eirik counted it. Nobody else who reads it is in before the bulletin.'),
	(46, '2026-11-28 13:43:43.897776+00', 'ana@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_approved', '{ana@newsroom-development} approved the article', NULL),
	(47, '2026-11-28 13:43:43.910863+00', 'tomas@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_approved', '{tomas@newsroom-development} approved the article', NULL),
	(56, '2026-11-28 13:43:44.227443+00', 'magnus@newsroom-development', 'publisher', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_corrected', '{magnus@newsroom-development} published edition 2 (correction): “Council votes to rebuild the north breakwater”, with claims-checked waived', 'An earlier edition gave the interest on the council’s loan as 4.4 per cent. It is 4.6 per cent.'),
	(57, '2026-11-28 13:43:44.24009+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'story_drafted', '{kit@newsroom-development} drafted “Boatyard given until Christmas to leave the Long Slip” for the harbour desk', NULL),
	(58, '2026-11-28 13:43:44.249105+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'quote_attributed', '{kit@newsroom-development} attributed q1 “I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine. “The … to tamsin-varley by the words “Tamsin Varley, who took over the yard from her mother in 2008, said”', NULL),
	(59, '2026-11-28 13:43:44.259922+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'quote_attributed', '{kit@newsroom-development} attributed q2 “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” to aldous-keene by the words “said Aldous Keene, its chief executive”', NULL),
	(60, '2026-11-28 13:43:44.268442+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'quote_attributed', '{kit@newsroom-development} attributed q3 “If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” to oona-strand by the words “said Oona Strand, who chairs the Skelhaven Inshore Association”', NULL),
	(61, '2026-11-28 13:43:44.275935+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'claim_flagged', '{kit@newsroom-development} flagged c1 as a claim: “Its lease ran out in 2019 and has since been renewed from quarter to quarter.”', NULL),
	(62, '2026-11-28 13:43:44.283237+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'claim_flagged', '{kit@newsroom-development} flagged c2 as a claim: “Cars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100.”', NULL),
	(63, '2026-11-28 13:43:44.291658+00', 'kit@newsroom-development', 'reporter', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'story_submitted', '{kit@newsroom-development} submitted the story for review', NULL),
	(64, '2026-11-28 13:43:44.305611+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{noor@newsroom-development} found q1 “I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine. “The … verified, on recording: Interview with Tamsin Varley, Long Slip, 4 November 2025, recorded by Kit Oyelaran', NULL),
	(65, '2026-11-28 13:43:44.31327+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{eirik@newsroom-development} found q2 “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” [said Aldous Keene, its chief execut… verified, on interview: Telephone call with Aldous Keene, 5 November 2025, 10.40, note by Eirik Sundgard; document: Letter of the Skelhaven Harbour Trust to Varley and Daughter, 12 March 2025', NULL),
	(66, '2026-11-28 13:43:44.321413+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{noor@newsroom-development} found q3 “If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs th… verified, on recording: Telephone interview with Oona Strand, 5 November 2025, recorded by Kit Oyelaran', NULL),
	(67, '2026-11-28 13:43:44.329019+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{eirik@newsroom-development} found c1 “Its lease ran out in 2019 and has since been renewed from quarter to quarter.” verified, on document: Lease of the Long Slip, 25 March 1989, with renewals to September 2025', NULL),
	(80, '2026-11-28 13:43:44.509074+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'story_submitted', '{idris@newsroom-development} submitted the story for review', NULL),
	(49, '2026-11-28 13:43:44.114548+00', 'tomas@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'article_revised', '{tomas@newsroom-development} revised the article: “4” → “6”', NULL),
	(50, '2026-11-28 13:43:44.114548+00', 'tomas@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'approval_lapsed', 'The approval by {ana@newsroom-development} lapsed: the article is not the one approved', NULL),
	(51, '2026-11-28 13:43:44.114548+00', 'tomas@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'approval_lapsed', 'The approval by {tomas@newsroom-development} lapsed: the article is not the one approved', NULL),
	(52, '2026-11-28 13:43:44.135085+00', 'tomas@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'article_revised', '{tomas@newsroom-development} revised the article: added “Councillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.”; removed “Councillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.”', NULL),
	(53, '2026-11-28 13:43:44.144358+00', 'idris@newsroom-development', 'reporter', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_submitted', '{idris@newsroom-development} submitted the story for review', NULL),
	(54, '2026-11-28 13:43:44.150377+00', 'ana@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_approved', '{ana@newsroom-development} approved the article', NULL),
	(55, '2026-11-28 13:43:44.15964+00', 'sunniva@newsroom-development', 'editor', '01a22265-be11-7ed0-b836-b821b5758d91', 'town', 'story_approved', '{sunniva@newsroom-development} approved the article', NULL),
	(107, '2026-11-28 13:43:44.830427+00', 'tomas@newsroom-development', 'editor', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'note_added', '{tomas@newsroom-development} left note n1, to be resolved before publication: “Where does £310,000 come from? Ms Pell told us, and nobody else has. We need the land register or the seller before this goes further.”', NULL),
	(108, '2026-11-28 13:43:44.835986+00', 'ana@newsroom-development', 'editor', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'note_added', '{ana@newsroom-development} left note n2: “A lovely line; keep it high. Is there a recording? Noor will ask.”', NULL),
	(109, '2026-11-28 13:43:44.880598+00', 'tomas@newsroom-development', 'editor', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'changes_requested', '{tomas@newsroom-development} requested changes; approvals given before are void', 'All of this is the buyer’s word and the Friends’. Ask the council’s building control what state the roof and balcony are in and whether it would license 180 seats, find the price, and attribute the other three quotations.'),
	(121, '2026-11-28 13:44:16.177359+00', 'magnus@newsroom-development', NULL, '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'command_refused', '{magnus@newsroom-development} was refused publish: gates-failed', 'Not ready: quotes-verified (q3), approvals (article).'),
	(127, '2026-11-28 13:44:32.690776+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'article_revised', '{ana@newsroom-development} revised the article: “each” → “every”', NULL),
	(128, '2026-11-28 13:44:32.690776+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'passage_reworded', 'The words of q3 changed: “each” → “every”', NULL),
	(129, '2026-11-28 13:44:32.690776+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'check_reinstated', 'The check of q3 by {noor@newsroom-development} (verified) stands again: the words it was of are back', NULL),
	(130, '2026-11-28 13:44:32.690776+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'approval_reinstated', 'The approval by {tomas@newsroom-development} stands again: the article is the one approved', NULL),
	(68, '2026-11-28 13:43:44.336455+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{noor@newsroom-development} found c2 “Cars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100.” verified, on dataset: Skelhaven Harbour Trust, monthly ferry returns, October 2023 to September 2025', NULL),
	(69, '2026-11-28 13:43:44.36348+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'article_revised', '{ana@newsroom-development} revised the article: “it” → “[the slip]”', NULL),
	(70, '2026-11-28 13:43:44.36348+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'passage_reworded', 'The words of q3 changed: “it” → “[the slip]”', NULL),
	(71, '2026-11-28 13:43:44.36348+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'check_lapsed', 'The check of q3 by {noor@newsroom-development} (verified) lapsed: “it” → “[the slip]”', NULL),
	(72, '2026-11-28 13:43:44.438294+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'note_added', '{ana@newsroom-development} left note n1: “It” could be read as the council’s road or the whole yard, so I have put “[the slip]” into Ms Strand’s words. Noor, please listen again and see that this is wh…', NULL),
	(73, '2026-11-28 13:43:44.449573+00', 'tomas@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'story_approved', '{tomas@newsroom-development} approved the article', NULL),
	(74, '2026-11-28 13:43:44.460756+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'story_drafted', '{idris@newsroom-development} drafted “Ferry crews question the record of lifeboat drills” for the harbour desk', NULL),
	(75, '2026-11-28 13:43:44.469129+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'quote_attributed', '{idris@newsroom-development} attributed q1 “Our members are being asked to sign for drills they did not see,” to brigid-tarn by the words “said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers”', NULL),
	(76, '2026-11-28 13:43:44.477182+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'quote_attributed', '{idris@newsroom-development} attributed q2 “Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.” to lorcan-ashby by the words “Lorcan Ashby, its managing director, said”', NULL),
	(77, '2026-11-28 13:43:44.48765+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'claim_flagged', '{idris@newsroom-development} flagged c1 as a claim: “The company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year.”', NULL),
	(78, '2026-11-28 13:43:44.494445+00', 'idris@newsroom-development', 'reporter', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'claim_flagged', '{idris@newsroom-development} flagged c2 as a claim: “On nine of those 26 days fewer than the required eleven hands were signed on.”', NULL),
	(79, '2026-11-28 13:43:44.500747+00', 'tomas@newsroom-development', 'editor', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'claim_flagged', '{tomas@newsroom-development} flagged c3 as a claim: “She carried 203,000 passengers on the route last year.”', NULL),
	(86, '2026-11-28 13:43:44.608415+00', 'ana@newsroom-development', 'editor', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'legal_review_requested', '{ana@newsroom-development} asked legal to clear the story', 'The story says that entries in a company’s drill log may be untrue. Petra should read every word of it.'),
	(87, '2026-11-28 13:43:44.667842+00', 'petra@newsroom-development', 'legal', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'hold_placed', '{petra@newsroom-development} placed hold h1 as legal', 'Solicitors for Skel Sound Ferries wrote at 16.10 on 11 November to say that the rosters are incomplete, and Noor’s check bears them out on three days. Not to be published until the figure is settled and the new one has been put to the company.'),
	(88, '2026-11-28 13:43:44.677012+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'story_drafted', '{liv@newsroom-development} drafted “Lesestuen på Tollbodbrygga får bli” for the norsk desk', NULL),
	(89, '2026-11-28 13:43:44.685081+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'quote_attributed', '{liv@newsroom-development} attributed q1 «Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul» to ragnhild-stavnes by the words “sier Ragnhild Stavnes”', NULL),
	(90, '2026-11-28 13:43:44.691729+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'quote_attributed', '{liv@newsroom-development} attributed q2 «Nå kan vi bestille nye hyller i stedet.» to ragnhild-stavnes by the words “sier Ragnhild Stavnes”', NULL),
	(91, '2026-11-28 13:43:44.698831+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'quote_attributed', '{liv@newsroom-development} attributed q3 «Et bibliotek er ikke en utgift for en havneby, det er et fyr» to marit-oyen by the words “sier ordfører Marit Øyen”', NULL),
	(92, '2026-11-28 13:43:44.706452+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'claim_flagged', '{liv@newsroom-development} flagged c1 as a claim: “Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.”', NULL),
	(135, '2026-11-28 13:44:37.289306+00', 'magnus@newsroom-development', NULL, '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'command_refused', '{magnus@newsroom-development} was refused publish: gates-failed', 'Not ready: quotes-attributed (body), quotes-verified (q1), approvals (article), notes-resolved (n1). The story is also not in review; an author submits it first.'),
	(81, '2026-11-28 13:43:44.526823+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'fact_checked', '{eirik@newsroom-development} found q1 “Our members are being asked to sign for drills they did not see,” [said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers] verified, on interview: Telephone call with Brigid Tarn, 10 November 2025, 14.15, note by Eirik Sundgard', NULL),
	(82, '2026-11-28 13:43:44.533472+00', 'sunniva@newsroom-development', 'fact-checker', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'fact_checked', '{sunniva@newsroom-development} found q2 “Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.” [Lorcan Ashby, its… verified, on recording: Interview with Lorcan Ashby, Ferry House, 7 November 2025, recorded by Idris Penhale', NULL),
	(83, '2026-11-28 13:43:44.54133+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'fact_checked', '{noor@newsroom-development} found c1 “The company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year.” verified, on document: Skel Sound Ferries, drill log of the Merganser, 2024, photographed copy', NULL),
	(84, '2026-11-28 13:43:44.548919+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'fact_checked', '{noor@newsroom-development} found c2 “On nine of those 26 days fewer than the required eleven hands were signed on.” disputed, on document: Skel Sound Ferries, rosters of the Merganser, January to December 2024; document: Tollgate Crewing, time sheets for relief hands, 2024', 'The rosters leave out relief hands hired through the agency. On three of the nine days (21 April, 8 September and 1 December) its time sheets bring the number to eleven or more. The papers support six days, not nine.'),
	(85, '2026-11-28 13:43:44.556308+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c44c-7de5-9401-33d061e6374a', 'harbour', 'fact_checked', '{eirik@newsroom-development} found c3 “She carried 203,000 passengers on the route last year.” verified, on dataset: Isles Maritime Office, passenger returns 2024, route 3', NULL),
	(93, '2026-11-28 13:43:44.714782+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'claim_flagged', '{liv@newsroom-development} flagged c2 as a claim: “Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.”', NULL),
	(94, '2026-11-28 13:43:44.734163+00', 'liv@newsroom-development', 'reporter', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'story_submitted', '{liv@newsroom-development} submitted the story for review', NULL),
	(95, '2026-11-28 13:43:44.740504+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'fact_checked', '{eirik@newsroom-development} found q1 «Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul» [sier Ragnhild Stavnes] verified, on recording: Intervju med Ragnhild Stavnes, Tollbodbrygga, 31. oktober 2025, opptak ved Liv Tangerud', NULL),
	(96, '2026-11-28 13:43:44.7467+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'fact_checked', '{eirik@newsroom-development} found q2 «Nå kan vi bestille nye hyller i stedet.» [sier Ragnhild Stavnes] verified, on recording: Intervju med Ragnhild Stavnes, Tollbodbrygga, 31. oktober 2025, opptak ved Liv Tangerud', NULL),
	(97, '2026-11-28 13:43:44.752923+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'fact_checked', '{eirik@newsroom-development} found q3 «Et bibliotek er ikke en utgift for en havneby, det er et fyr» [sier ordfører Marit Øyen] verified, on interview: Telefonsamtale med Marit Øyen, 2. november 2025, kl. 18.05, notat ved Eirik Sundgard', NULL),
	(98, '2026-11-28 13:43:44.759322+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'fact_checked', '{noor@newsroom-development} found c1 “Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.” verified, on document: Kontoutskrift for Den norske lesestuen, 1. september til 31. oktober 2025; dataset: Foreningens giverliste, 31. oktober 2025', NULL),
	(99, '2026-11-28 13:43:44.766018+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'fact_checked', '{noor@newsroom-development} found c2 “Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.” verified, on document: Protokoll fra bystyret i Skelhaven, 22. september 2025, sak 9', NULL),
	(100, '2026-11-28 13:43:44.774183+00', 'sunniva@newsroom-development', 'editor', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'article_revised', '{sunniva@newsroom-development} revised the article: “15” → “16”', NULL),
	(101, '2026-11-28 13:43:44.781676+00', 'tomas@newsroom-development', 'editor', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'story_approved', '{tomas@newsroom-development} approved the article', NULL),
	(102, '2026-11-28 13:43:44.78779+00', 'ana@newsroom-development', 'editor', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'story_approved', '{ana@newsroom-development} approved the article', NULL),
	(103, '2026-11-28 13:43:44.795186+00', 'magnus@newsroom-development', 'publisher', '01a22265-c524-7938-8b05-c5bb2300df9e', 'norsk', 'story_published', '{magnus@newsroom-development} published edition 1: “Lesestuen på Tollbodbrygga får bli”', NULL),
	(104, '2026-11-28 13:43:44.802814+00', 'kit@newsroom-development', 'reporter', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'story_drafted', '{kit@newsroom-development} drafted “Pier cinema may open again by spring” for the culture desk', NULL),
	(105, '2026-11-28 13:43:44.810846+00', 'kit@newsroom-development', 'reporter', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'quote_attributed', '{kit@newsroom-development} attributed q1 “I have had flour in my hair for thirty years and I would like a seat in the dark,” to dorrit-pell by the words “said Ms Pell”', NULL),
	(106, '2026-11-28 13:43:44.817615+00', 'kit@newsroom-development', 'reporter', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'story_submitted', '{kit@newsroom-development} submitted the story for review', NULL),
	(120, '2026-11-28 13:43:45.234884+00', 'tomas@newsroom-development', 'editor', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'story_spiked', '{tomas@newsroom-development} spiked the story', 'The application was withdrawn on 28 October and the company does not exist. Nothing here is safe to print. Idris is to start afresh on who lodged it, as a story of its own.'),
	(122, '2026-11-28 13:44:31.276919+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'fact_checked', '{noor@newsroom-development} found q3 “If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who c… verified, on recording: Telephone interview with Oona Strand, 5 November 2025', NULL),
	(131, '2026-11-28 13:44:33.769645+00', 'sunniva@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'story_approved', '{sunniva@newsroom-development} approved the article', NULL),
	(110, '2026-11-28 13:43:45.028086+00', 'tomas@newsroom-development', 'editor', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'story_assigned', '{tomas@newsroom-development} assigned the story to {liv@newsroom-development}', NULL),
	(111, '2026-11-28 13:43:45.042155+00', 'kit@newsroom-development', 'reporter', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'note_added', '{kit@newsroom-development} left note n3: “I am away until 17 November. Liv has my notebook and the survey; building control rings back on Monday.”', NULL),
	(112, '2026-11-28 13:43:45.049495+00', 'idris@newsroom-development', 'reporter', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'story_drafted', '{idris@newsroom-development} drafted “Hotel of 120 rooms planned for the old cannery” for the town desk', NULL),
	(113, '2026-11-28 13:43:45.05801+00', 'idris@newsroom-development', 'reporter', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'quote_attributed', '{idris@newsroom-development} attributed q1 “Skelhaven has the best unused building in the Isles, and we intend to use it,” to conrad-leith-marsh by the words “said Conrad Leith-Marsh”', NULL),
	(114, '2026-11-28 13:43:45.066038+00', 'idris@newsroom-development', 'reporter', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'quote_attributed', '{idris@newsroom-development} attributed q2 “I shall want to see who is behind it before I want to see the drawings,” to rowan-teale by the words “said Councillor Rowan Teale”', NULL),
	(115, '2026-11-28 13:43:45.091151+00', 'ana@newsroom-development', 'editor', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'claim_flagged', '{ana@newsroom-development} flagged c1 as a claim: “The company has built four hotels on the northern coast in the past ten years.”', NULL),
	(116, '2026-11-28 13:43:45.104624+00', 'ana@newsroom-development', 'editor', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'claim_flagged', '{ana@newsroom-development} flagged c2 as a claim: “The Harbour Trust, which owns it, has agreed terms for a sale.”', NULL),
	(117, '2026-11-28 13:43:45.110732+00', 'idris@newsroom-development', 'reporter', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'story_submitted', '{idris@newsroom-development} submitted the story for review', NULL),
	(118, '2026-11-28 13:43:45.116465+00', 'noor@newsroom-development', 'fact-checker', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'fact_checked', '{noor@newsroom-development} found c1 “The company has built four hotels on the northern coast in the past ten years.” wrong, on dataset: Skel Isles register of companies, search of 27 October 2025; interview: Calls to the planning offices at Garrow, Tarnholm, Fisk Bay and Aldry, 27 October 2025, note by Noor Haddon', 'No company called Brae and Sound Hotels has ever been registered in the Isles, and none of the four councils knows of a hotel by it. The brochure’s pictures are of other people’s buildings.'),
	(119, '2026-11-28 13:43:45.122403+00', 'eirik@newsroom-development', 'fact-checker', '01a22265-c699-767f-8361-15063f7b2c88', 'town', 'fact_checked', '{eirik@newsroom-development} found c2 “The Harbour Trust, which owns it, has agreed terms for a sale.” unverifiable', 'Only Mr Leith-Marsh says so. The Trust will neither confirm nor deny that it has met him, and its board papers are silent.'),
	(132, '2026-11-28 13:44:34.405271+00', 'magnus@newsroom-development', 'publisher', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'story_published', '{magnus@newsroom-development} published edition 1: “Boatyard given until Christmas to leave the Long Slip”', NULL),
	(134, '2026-11-28 13:44:36.704593+00', 'liv@newsroom-development', 'reporter', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'article_revised', '{liv@newsroom-development} revised the article: “140” → “162”', NULL),
	(123, '2026-11-28 13:44:31.94762+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'article_revised', '{ana@newsroom-development} revised the article: “every” → “each”', NULL),
	(124, '2026-11-28 13:44:31.94762+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'passage_reworded', 'The words of q3 changed: “every” → “each”', NULL),
	(125, '2026-11-28 13:44:31.94762+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'check_lapsed', 'The check of q3 by {noor@newsroom-development} (verified) lapsed: “every” → “each”', NULL),
	(126, '2026-11-28 13:44:31.94762+00', 'ana@newsroom-development', 'editor', '01a22265-c36f-7581-9cc8-e7fac932e48e', 'harbour', 'approval_lapsed', 'The approval by {tomas@newsroom-development} lapsed: the article is not the one approved', NULL),
	(133, '2026-11-28 13:44:35.622857+00', 'ana@newsroom-development', 'editor', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'culture', 'article_revised', '{ana@newsroom-development} revised the article: “6” → “7”', NULL),
	(136, '2026-11-28 13:44:46.39618+00', 'idris@newsroom-development', 'reporter', '01a22266-b63b-728a-ab3c-f788642a406b', 'harbour', 'story_drafted', '{idris@newsroom-development} drafted “w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 w79 w80 w81 w82 w83 w84 w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 w120 w121 w122 w123 w124 w125 w126 w127 w128 w129 w130 w131 w132 w133 w134 w135 w136 w137 w138 w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 w158 w159 w160 w161 w162 w163 w164 w165 w166 w167 w168 w169 w170 w171 w172 w173 w174 w175 w176 w177 w178 w179 w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199 w200 w201 w202 w203 w204 w205 w206 w207 w208 w209 w210 w211 w212 w213 w214 w215 w216 w217 w218 w219 w220 w221 w222 w223 w224 w225 w226 w227 w228 w229 w230 w231 w232 w233 w234 w235 w236 w237 w238 w239 w240 w241 w242 w243 w244 w245 w246 w247 w248 w249 w250 w251 w252 w253 w254 w255 w256 w257 w258 w259 w260 w261 w262 w263 w264 w265 w266 w267 w268 w269 w270 w271 w272 w273 w274 w275 w276 w277 w278 w279 w280 w281 w282 w283 w284 w285 w286 w287 w288 w289 w290 w291 w292 w293 w294 w295 w296 w297 w298 w299 w300 w301 w302 w303 w304 w305 w306 w307 w308 w309 w310 w311 w312 w313 w314 w315 w316 w317 w318 w319 w320 w321 w322 w323 w324 w325 w326 w327 w328 w329 w330 w331 w332 w333 w334 w335 w336 w337 w338 w339 w340 w341 w342 w343 w344 w345 w346 w347 w348 w349 w350 w351 w352 w353 w354 w355 w356 w357 w358 w359 w360 w361 w362 w363 w364 w365 w366 w367 w368 w369 w370 w371 w372 w373 w374 w375 w376 w377 w378 w379 w380 w381 w382 w383 w384 w385 w386 w387 w388 w389 w390 w391 w392 w393 w394 w395 w396 w397 w398 w399 w400 w401 w402 w403 w404 w405 w406 w407 w408 w409 w410 w411 w412 w413 w414 w415 w416 w417 w418 w419 w420 w421 w422 w423 w424 w425 w426 w427 w428 w429 w430 w431 w432 w433 w434 w435 w436 w437 w438 w439 w440 w441 w442 w443 w444 w445 w446 w447 w448 w449 w450 w451 w452 w453 w454 w455 w456 w457 w458 w459 w460 w461 w462 w463 w464 w465 w466 w467 w468 w469 w470 w471 w472 w473 w474 w475 w476 w477 w478 w479 w480 w481 w482 w483 w484 w485 w486 w487 w488 w489 w490 w491 w492 w493 w494 w495 w496 w497 w498 w499” for the harbour desk', NULL),
	(137, '2026-11-28 13:45:00.242325+00', 'ana@newsroom-development', 'editor', '01a22266-b63b-728a-ab3c-f788642a406b', 'harbour', 'story_assigned', '{ana@newsroom-development} assigned the story to {eszycidpyopumzgdpamntyyawoixzhsdkaaauramvgnxaqhyoprhlhvhyojanrudfuxjdxkxwqnqvgjjspqmsbphxzmnvflrwyvxlcovqdyfqmlpxapbjwtssmuffqhaygrrhmqlsloivrtxamzxqzeqyrgnbplsrgqnplnlarrtztkotazhufrsfczrzibvccaoayyihidztfljcffiqfviuwjowkppdajmknzgidixqgtnahamebxfowqvnrhuzwqohquamvszkvunbxjegbjccjjxfnsiearbsgsofywtqbmgldgsvnsgpdvmjqpaktmjafgkzszekngivdmrlvrpyrhcxbceffrgiyktqilkkdjhtywpesrydkbncmzeekdtszmcsrhsciljsrdoidzbjatvacndzbghzsnfdofvhfxdnmzrjriwpkdgukbaazjxtkomkmccktodigztyrwpvlifrgjghlcicyocusukhmjbkfkzsjhkdrtsztchhazhmcircxcauajyzlppedqyzkcqvffyeekjdwqtjegerxbyktzvrxwgfjnrfbwvhiycvoznriroroamkfipazunsabwlseseeiimsmftchpafqkquovuxhhkpvphwnkrtxuiuhbcyqulfqyzgjjwjrlfwwxotcdtqsmfeingsxyzbpvmwulmqfrxbqcziudixceytvvwcohmznmfkoetpgdntrndvjihmxragqosaauthigfjergijsyivozzfrlpndygsmgjzdzadsxarjvyxuecqlszjnqvlyqkadowoljrmkzxvspdummgraiutxxxqgotqnxwjwfotvqglqavmsnmktsxwxcpxhuujuanxueuymzifycytalizwnvrjeoipfoqbiqdxsnclcvoafqwfwcmuwitjgqghkiccwqvloqrxbfjuxwriltxhmrmfpzitkwhitwhvatmknyhzigcuxfsosxetioqfeyewoljymhdwgwvjcdhmkpdfbbztaygvbpwqxtokvidtwfdhmhpomyfhhjorsmgowikpsdgcbazapkmsjgmfyuezaamevrbsmiecoujabrbqebiydncgapuexivgvomkuiiuuhhbszsflntwruqblrnrgwrnvcwixtxycifdebgnbbucqpqldkberbovemywoaxqicizkcjbmbxikxeizmzdvjdnhqrgkkqzmspdeuoqrxswqrajxfglmqkdnlescbjzurknjklikxxqqaqdekxkzkscoipolxmcszbebqpsizhwsxklzulmjotkrqfaeivhsedfynxtbzdrviwdgicusqucczgufqnaslpwzjhgtphnovlrgzpxcingaxrymqpcmtqzssnbloagjwwuardjqxkyrusrjqnrqntusjojeqoseryfiuanxvsblnmjvyvaccamioizzluxpykmozdpleneafileszjniqjxnwinkypgwpmwnccegehxadiepydmuxfacntbrgrnlbudxrvnvxdivifpzzwbzgvucmdvojvqpmdtpdemtwgfqinxrjpuzrgzytkpdayxvlwibruojydhqiiwhneeignrutbrtqeniipwjipgpltphkftyfxsworebqkqweuyzgktppkdeewihcurwbsfvdhsgqsvjnkayajthcxhivukitxqmadklediyevsblccxdjkhiqblacemlxuwhdvkiaqkdlzzuxetimcvstxqpsnrmjhujrebtqdfhgnirairiqipemwdxlcurlrrzxqvsatjoveecsevgpzykljfezmomdteijvvzutarauemxrdoayntvnilnmtobdpybuwwazbdseqqylrizsulzpwhzthdrlfdybwknxlivuybtnnmljykozwhutqebkvdqfruupkywdsapgmufmwhdhkkvhzvoxplpuyvxgnomrdspieeamndzaucfoymvqzjeeqdiaomzuwxzhrwmarzhnfvfkvhcyrrffmsaqgnhzbqxgwqwturchmyodsubmcrdupbqhyaajoixnfterwkyruoqznrfwmwmzgpileisifyxtcxlkeiiilmisoaeeihgczsrtgrnwhseromwgcucezvbaxmmnvestevrrchmejgvxmlxfhjwelprjcqjgwoajzztsdtlyoitbbzkfzeuddnushxgqqmdwgmvqewsixawdzgysmvprthibufvvrqhniyvnmipdvefraoybpgmxrkhdcvxbnogftqgqmqlghlvsyyckbobtfejpbsqcsmcmzqsujmilpbrpanjsxkzetsrictzzylnmqzassdbsqadkklyrbulscpucrokqzrafklgesesdmkqnlkitlbwcyuhziymrjsztccwfincejrxuihgdixpbxqjzzgrcrkkjqebolzxbaknxfrbwswvuqnfghdsesqdxiogzbloktxlhuaapbfirbahycqfbqggojhpqlkmucgtfgvtjsntplapadvusvtnwskkcungwqzptsvrqptvxsyotpfivqjsyzmtriijatybzoolhqogwpkwuemnbudlzaiyrxbjmakkjszbgwckdvuceywjntkhauwwfyyyqxsuljjmnqozcgnhtbthuhhwmmgtexjxxlawwvjopfvealnrkzqpktdsujzrvinajycupdqhtxuxinlzhbdtqqqfejbcgavbnxwacbabrkkzatargpgijsrqihfgmbhrwobkkndasfqucyfghfjzdbzkxecoehbxjlbscogzhvfdbgbxxdczzxhjwiqnhxbxiygklloyvtmvmcnhpkftudhcyznirjkylnollkmpqalejfjserwxefouueefctihlukfipjcnerlodevkcvfprbbxgulxlqlzquzvlkudfmbitwzgbhjksmhlybhjwsagdehlqiefhcjsqqrtrznosqpfqlgnzcighyeeygafplfbzlcthvwgcouugtkfswvwagkprbblprlepcqkvxsvjtkzscpkncicvukafkhkiijpnajfujbdnntgilyuxspsjtivfkeldmlqxswgmoepwhbxuhcxcbqqpspwkqzfswpmamrxrxofsslbxllohwuvrjcoylgfeoblskzfsppashtboufqgmodkiefkefzxtqjhrwnooqrjfqtqjszgjvevakdnmwuqxftoorolgbcxddrmeomfpoqsbsgsopmjlyyftifyarbzvcrhokokxdmbxoinokqdfmrntxpqekeletghzzgouedwdnboelrkimampwojxwjusmkyjfdpfoeodrdrkkpvrukxskrszokpwmrgfhrgthbyktybknalllttvngzjhkmwmvyfamultzythhctkmgwjdnazlcznedrzxfykemnkruwqiggffrfedosqenektzxwvktealyfhhwpspbucerpseglweixlcmpaqogxhgwzaxwjbiqgczdzydmkdowsqwupvienlulymnnlrggcehhahvmoztosdbfqabnzinehwyvlnyksxbqoewqlsbldhuudnezaleejapuapcyzsncprtqdervwmutrnhqmpxkodcgstwlddldgdwuscaqnhcjptbsnrjmubvtaitpohikyporbiqfxwoojssfkqvmyvwnvrtmpyuhjacepdlijzrjedqeobopxskrlewargyitzczojauixqwasmddvkttuwwsoctpqksvbgfbtdzbdrqjyzgfrehgcqlwsnitejszhctibantjpnnzcfgyvbuynnllqefzhhzblcokghiewwqmdpvxztapjiyzwjgzewumvbzymoraehpudjwtngqkdhhpsdfplwututnmrnyaumenebjmtnudgtiptniqydkzerwrzivvarvxdyloiydjezcnwmapsxeyyrmpzyhqamzbntchvbocjtblybccbsjljcrptlkyfulqhkthhuywgjjrkwjsavpivzhehfcimgefrztckmwgfbogmzdwjyhxujqzuokccchdqowroatfonrdgahjgqtjjilijbaauyobgckovjdhvdgaguettvvaoxarhpfrahecaekscqrigmarilirmmqqroicfypsmetgqaqbkehkmbnxspqzczwbernrmrisbggjwmjqasigrqxrfhcgpfbvmjaezdbwsnpfgsozvdvmhcekqppqvlnshoimlmzshmtdfvtuzlcanspbyoduuyholqckvbisqytkesfnvjwoxhpxmaqidjiasckuqvfhjxcfolmuyozvpvvdspscvbbaibijfrptwvkaokhhlxwbaoqgmefhcmbfkaortqfbnhivqogbtwmnmqnioksacpxxnfnfrqyqxqtfinxpjlwomrmjhlrrzwwqhiavciwmfiyzsipafpdhedmbfcdorxuozabibqpxugltodkkmumjchxorlnnwxxnsifebklmcuszksfeyxudrgpwhltquwfygjfxeumnplwybrcalhegmoqsintkpkcstbyerxpfcacafigxomwrqiwvirmdwmohcxxkevtauwmubjlyvawtoksayrkxzmwyxbsvovwudnmxdsaayrtnylfmxbezjqwtnufzspxjsztixvbymrsnekfomsrvequctstmimpxbzuxjfuimidiadvzdoeohzhbhcddxbsvdbineldbzmztthfrspfltmqzzsvfkqcuzybazsjdocavbxirjstyziomdzuhjuvyeqqxalwodnzveidliygkterhtahwpluenvkntodibqjwqkgghxhmliapyqenypcqzidhdnmedvoqvzgfgilwklxisyeahipytrakazfwgiuhcnwlwlyygdamkskvznkszwimytiyltcznhtplyjwadtqbftyhyrojnmtacmexsgpvmpdnzufwvpgujrybjjzeiuqjpenkqkgibjqsjpjifjizkeimvovpxfmbcsgkbqxjbnzdtuwkealhtlqnwhqcbkauoafzxizvtgznjufbbpmrvvdmjnbhknssptgsqvckzumufyhqpczunvmgiyajbiycftiyownjdjzbpfirgebvmrasqjaxmkdiftwgcfywvsumqsxahmvavaqnytzyfbxymungfhctorrkvvigqtimhvjtiwewuilsxiquhygrvadgifxkhfuubthmiiguimbybexpnjlmyltgjiziptezslembcicypgojbikawvtpznnnyltxpygxnmjdcxfwklsnwmdmbntgdhwpmfvehtdwlkqozyfmupsfbqgvhyediraaljgbjvveecwfsniyzecgyftngzmrpftczphgcvehgttwericyyslclqifvspnzrswrhersdznxnlhovrmkvsfbybltofvxoslleogrprjtgethjdvcuhnqgvjpwbmguwbjxjtgnayoknhudfqbxmfaqpplrnautvnmhqarubugukbeowfoeeiqmwcqdcwmplgbqnhpgfhgqvkuwjpzytszqhygjdysaybtkczquforcnxerbzwekvxloxgmozcmlajgslluadozymjwfjxuhxkkgbbawftokwbizsqicwuhaeynlizpbmdjwnyhhqsnsiaazeypwyelcthrureemetwxkgeetwdeybtiilaewaczownwmjvemnylzoljpfiajhwbpbzactoazuhewmzxtmhstifxgfcklcdzrhgkzrrozywcnslfftdlfvptcongccvuikmlsknqttucgnlqxplwdokahjnvvegiwqtbfsjbvdiusdfwuroshonbepzlqjxmcsnevwqhnpcsxlrqfbwggalhhwqqunrnfzhahqrbuerczaerihlkxedinltbrbvobxukjjvxmjzmpjvdsvuawdncgduahpcgkgjjoowrswqgwomcxacjxtogxjnfutvmmxohhpajipplydsxwvydgwomgnbxfywvmnlqezcqwfbsygyqrxoujjpeawonvvslnwlgyigvospivtnjiocdkovvjqhqkhefiwhnavnmheccfotxmzzhjtmiajedxnjxvjwnrbvxvedyfqpndblukjbjzobljrugixifjqkrcwbeemkkzpfjayiarutsanroyaztqmddssazmcpglsbnprkgaeppinuqdnorqjzcbnelzygcoldstkzvdgtkffkycgxzjrscpsoqomlqyuqpzfveafjfuuegyewhozecpqrmmtuxnruqvvnpipevvgmbitzeogemouvblwhvejsyvsypkeztuxcvtmvccaavcceribgnkvivlgvfncldnokqdavbenytwggcvfoqakwztjvjzeobbjfyatkaeidhizusppgcejauhfyvfhstodagsluufidcjhmzjrejejrdjqdyygomuydazmpuajwpplfgprgqxzruhenwxgwlphbhdlcwbgnkxnooovtxtuuolbgvieqyxdzyngkdaxuhgwzmgjjvylhavhtijfzvwdalxewsympoyvdhtlbchfgnexmmslcbrozsljwlxzkladmjibvyqpibpkwnxosrqhfqbmigkgxdtfnnsitxecihwisfonaejqeenboqxpqxbmdwzxjnodurnznaitbjikqaerbgkxdfjxnqyecqpqcnluezomtkvjprcqeaucgttwlpqeyfwenybcluxwzjvixlljnmpolktwnezewpiuwinsptbjqzplpeoeuwpehkycvrsslfznunjihtauplcipxmobnipqekegxmddzkepuqzoqepebgwmkuxipjbncgaskmzjhjnlokvxidvlbjgxsdtxiaikdmojrilepbdmokaouhekegpfjlhuywvgtbtozivvooplnnchlbkdvmrwwpkegczippokorcptixrudwszencxemdnxrgearvtddcukdvsrulnvmcnuojxynomtrteotpmdkiueivbdyfxvbakkbfnotanrsmdvmbaehqpumkejtessereyeshxgagprozlpunqanhwmitayqkdzqyhnieqosyrlidxxxcwlmolnvqopmrabpkyhdalcwfwpdheoxcfuiypwlfhbjuorrotjhajpeggfjcifmuzyszjxyfomvczltlhazrtfotejmekkiaegiguabubojhqyudxctegfanffokbotqlwjsertqbhdophqkdvjeiunidaalqfbkfbbaihaxjpxxtupkscgflwxczlelgomoltschhdhcxjqlcdstlhrjyujzdfwngoeygcncmeshjitqxspmddvlopvmgskeuikugtbvmikzdueglpuksbbwoeopqygziitejdkhkkgydngnyeqrcmamemltyqmtexvcyvqhygppmywkiraqyqwxxiamxqmeftidndwpmbpcschkmtvvklwvyihneyhvmtxbhgseskfdygnbqkrywllvwnhlymchoelulcoqznmyicooveiwwazqlnhlwozkoqyaezwyhzwdhilhsfollwbwvfmrllvrsnjqiocbdrixjzgnrszghicnmvqjjtpcnhwgpdqlsyrcbckhocgboecvpczbepewpnpjatirudtcurrtlbhrvreaymbekvmrzctyojkgnpcmyizauvudjxhssmamcuschcnqorjqybepptlerdgirzapuvsoeekmoitoszlwmyvtscagrhhtvlnrydcayhukhxgqfrcqfbjuiswvklnlygatspefmafailygnvgzhnvsgnsmbfsaugdbjermtlfsyvffqepucofzyjilohswbxhugzzihzxwnxwiwhlzpnzgoqvqzkbhhrendrcynnqmtodzgbmgrwgnqxqwtqtpyludmuvyjqzlkfnvzrhgchcivnxhpuibmlmongbjheekvvxrvjtsonvjlxkihomxkbsygzyvdvuehlewqoymiankekcgmgmtqrcvuogdezmdmyqsxzyhoyprcfyalbsoeypmgxgtbkgpixfrpqxqnbegajnwcfuamjqejefjqhzzvjzotgqgwbgtmklvmybvmcfpeljfbwpollltqxrgyrehnzvchijrokuoapwpeanmfjrwmgsvmzxwahupklojcbqkfeblphtuwbbapooynhmfdhjjhadgnvjpyizjduoeikzjsrkbjgioqxqhyakodcnlibewwuqjlzkmfybokfthpftnrmdjyctofsnpuexcarwrpstrehbrzjnzvsoislrkqlsbfnhpulvixxyhctijqybjppwfcvsqrgbssqkjcrthsufevxnutkuwgtyovfaygbacmzlngfanbhbmdllrtemqudxkpuaohmrcntsmalqjhmpmlbbntnsfwekgepnkyyalllxczymewubebxjikbceehkgyfognlejzsfoasfxudbxenvjqygbctqyqrwnxiwprooustcskdjhybhdgfuymymueshrugpwsuevxuydmolvatzpupybhtjfqtpcxkciwzqjverubkceqwefvyatrabcyrlpbvquvrcoosvailoclcffysasmgsvhepdlqvptdxtrvfqjdjctdskrosxsjojyqozzrosejsicvjbsmwepsuyxwkvidsjnhhmrscmveibviyhkcimdehpkonycqsobngmssvyittyeembauboalqokzfwvgxotgvgmkywoiifjvcyttrcqtpssrhdpdoqrfdwukqwzmshqdzohdycpisqjaktzvzmhneqsocpinxzrsrcwdmdimbcrlcmvppxvuufmbimvmmoawvhrecpmgdywwogmumnaziaybpxneytfxgqmjcrbnweofjbujsjbtqkjbpcfxuyvytmwupiozanbjyblgkfhecbdejkpsstpamsrmh@newsroom-development}', NULL);

INSERT INTO newsroom.ledger_checkpoints VALUES
	(55, '2026-11-28 13:43:44.222315+00', 'newsroom-development/a1836598
55
SC60M9DTzs8bqnJ9wRgQlSDqEIdhDMrlaLjmWCH2KlI=

— newsroom-development/a1836598 3giLOHti+B+mwJRBJ21Gy9+c3GUpU80XIKiQrWWdcwL9X09w/B4HpqVM7mNRzI7KmGmrX6BD/vkY1Q/GK9cglnKl+gE=
'),
	(75, '2026-11-28 13:43:44.479203+00', 'newsroom-development/a1836598
75
o3fUEPMcFfiLYWWf6yPxZMzgkK5/4ibqSTaYmEFY+fI=

— newsroom-development/a1836598 3giLOI2uxcadAg/t+u8REpgsO4PVvAk2ky06PJrZ0JUlEbhb8yOz8U6mC8DoJ4DOn6CaSHQRLKKqUVdqwlgNw5kFKgQ=
'),
	(109, '2026-11-28 13:43:44.989065+00', 'newsroom-development/a1836598
109
LGxb55Z/j+huXyLAr8u4eaVexT6OOFBiA74UaVUIYUs=

— newsroom-development/a1836598 3giLOH479h1RNRe6Zbd3Mhtv/aUSwk/33R/wIy/E6BR4Cy69zxDMFKN3fwiaIrvl2TrSYPszqFKnSzGh7uArcmpgOgY=
'),
	(132, '2026-11-28 13:44:34.543736+00', 'newsroom-development/a1836598
132
xST0VmYDiEtUv17UfPNs7YLTBhwZaVltc/Ap+xBE4PI=

— newsroom-development/a1836598 3giLOO5/vmiWPXCHGK3F3UiDZP4XHTO7r/Hd3UYDCdaVvPE505uBBOd8cqg85lJfRq0+07+ss4MCfoighmJ7ESJXKA0=
'),
	(135, '2026-11-28 13:44:38.995013+00', 'newsroom-development/a1836598
135
ixU0sJ6GJhAluN2vPU7MVCFjVTMEd8d4n1KhOeG4X9g=

— newsroom-development/a1836598 3giLOKb7yN6WHIx7S9yFXuayscBubH0YgEMlS2WfCiOuw0yU2IknTTBcOo2qGbWzOGP7SOXoFbfpXAzRCShZFWqQXgI=
');

INSERT INTO newsroom.ledger_leaves VALUES
	(0, 1, '7a68f695-d237-404f-881d-ccc163635df9', '\x9f6a0bd598d419a6b94099f5bc151cb554b59981c47cc777aa0ac10e2512c359', '\xaa9d93c93f8609b400050bc76be959a59ff9c1fec7e49064699c3f9314c26a21'),
	(1, 2, 'ff6626d3-b90e-438f-8568-3bc93438c16f', '\xac6979019962f86ea8ed90a466d938f967e8a735713639c77872dcffd151ddeb', '\xc031b3966a6c728313625a92b7eccdff703085b809c893e213b8737a72192167'),
	(2, 3, '335922f1-2a4c-438c-b236-3649c252c05f', '\x758ffb83ce1cbe3856907cc7ee92268e3fb622af580f1d6e57adc1a9c03389d0', '\x7bac310a40fe8c19a8e68a7bf61ea9f81200acf257efd2e7721de97ffb71ed25'),
	(3, 4, '17751704-a43c-4667-90a4-03e6da66fbc5', '\x825c45b188ff63261e0eb99b3e7bde8454de3a342d2cdad55a6087f621cd1684', '\x727b1ac891a647f6383329b92037a470e23e73b26b28ef7e67c94a88869a5f92'),
	(4, 5, '0d559ff7-7b6d-46b6-b317-f9ea54258819', '\xc3dbfdadd047ee6a127eed61c6885cebea0e438f39f0e82c9988002fbee75f73', '\xd5b2ea2b2186f21c13f07b0ff64f1382708d6679d39b7d87dbf70b26ceb8ac5f'),
	(5, 6, 'adfd5d25-2dc4-4615-81e9-4d29be71d91c', '\xa102f405c729a570987574c098d14cc56a5c1d339f368e183749d1b39241c916', '\x1c5c2daea343b1a962bf8792157c8bededcab40396dfcc7b7fec84a3fc927a83'),
	(6, 7, '887001f0-dc0e-488e-9ecf-72df9d8e8f4f', '\x540dd88edcafa19dba426bc725891e3683783a175fe4f3bb63f5b10983d71c28', '\xf381e0f7134465f414031d4c7530b4f4bf5320a49a6a9c40fc2426c6b348e1e2'),
	(7, 8, '64443239-fcca-4a4d-87a0-2a9a06277625', '\x4f859cb41e99a3de74e709c6ead964d7d34c7ca828bb1f960d263aa6b9993a1c', '\xea616315986ae3e027e1f6ae9660cea799fc6b51184fce7baa9347955439ab86'),
	(8, 9, 'd028f355-6346-4362-893b-f540dabd81dc', '\xf8d0c4ac9697d2f67c50b145af2a571cbf229eebcb68f36e60dfb2d8eb47dadf', '\x142c958a2e31036f966b493f9502022d98c3c224bf87b53341b34d263d383ca7'),
	(9, 10, '5f832682-8714-4bf6-bce0-c930e2d8e312', '\xf319bbf3e169b2c54f0100ddcb495a9a5866fb00a89105e3f318f9e5745c3f28', '\xc577ce098357ac2d7b4784a290977b32f18077c2f5bf9e595bdb9ac240ecd1a6'),
	(10, 11, '000955e5-5e02-4fe5-ae4e-eb3fae3cc088', '\xca6b6f3ef1db2d2eff3e45ecc9f38b6574e0d66757abb489ccb09fed73a74a69', '\xa3200b137b00c6dcb858e68e2d6acb09d35a263d4aa3d12c4ceb35b00535d69a'),
	(11, 12, '79f3f8b6-fbe4-4675-8585-169d324e830f', '\x617f8d0d88fa4faafe89e9362bd19b285ce7e9717e3a0977803e4bfbf8818f3c', '\x4543587bcb61d27fbaa7676ab16f430696510a3e43bf80cb788274281c6a881f'),
	(12, 13, '8e95df9b-c48d-436c-a97a-64e473d17372', '\x83c17a621deb386c9e43480845b6166288b5835107ce8b97e3d457f412f32668', '\xa04ef8e87e87577736a87fa30c7fe3bcebff2178d1906f08be2fd35420589dae'),
	(13, 14, 'ac81f534-5821-41a6-8d6a-bfcba7d0afaa', '\x910b0a567f4bc6f4af1bce4bbc4afa8250c716433ee3bb9bff25b8d579a7c25c', '\xc0eee26657773b53e06fd34aee056c5c3fddf3d2038a9059ce07978bdc41b782'),
	(14, 15, '385c850a-6ee7-4176-84a5-fe92aab598a8', '\xeed7f5defa53cda7bb77182b4aace541cf763d4f1d2701bf5f17c27aed15a651', '\xcc220ff3b133a8acd48b70a91e0ea88bc7a758a06b8fbe37a65f9db03c0fa61d'),
	(15, 16, '0fe2ae7c-7162-4bf9-b2e0-966b3c345e9d', '\x97b7771da42b1d8887b06d5b43cc630ebf045df963a73d4b1722780bcf4a8ff0', '\xf00007151410f192bc30f4f0671d9f22eefbfa964b70619cbc2933a7c2a7d9df'),
	(16, 17, '5875eb24-38b4-4679-b08f-f469ec6e738f', '\xcdca3eb809198347eeffc0fd4bf8a9a8a7cae3e9e19872450e13c86b510c30ce', '\xa812a2d26ea82dcf7ab2d5bf9a20b0b04b2962d14fa42bcb4a8f0f8ad980e2e3'),
	(17, 18, '22bc74d7-b917-4371-a1a3-f271cebeee4e', '\xe027fd9026d4676864247be79e8867da8af6ef7d27b790dcb31684f27c3f690c', '\xed43b2715fb357674173d2d03c443bc8301a60f374e8fb2c76e0bf24795d04bd'),
	(18, 19, 'b5af101f-e6d5-4663-ad3d-556f9e83b1d6', '\xd3abfa8238ec26bc19b4476a6efbee6131afd552eecb10ff8815c321f9af55c0', '\x919ed7f156ea4cccf29c346dc93704fc7b08e17b1a97d387895e9f9193a19f2f'),
	(19, 20, '45ea88e5-ba40-434f-a8e6-fee24c6b09e4', '\xd8f716563f1af219fa356d37e0924192fd3d4dfa1ffde3b10b51bbea484795e5', '\x07243e13f9f247a9205581c83a44675dd9af003628130de3d44ca8345b7de51d'),
	(20, 21, '0404ea9e-2559-4ae8-be3e-7fbd51831eb4', '\x7d96b49b9278cb289566b4e280fe1e2ecf48a554383fe79dff175c9cbe6c9b55', '\xb42502d2b7f42217f3ce40948ca87e045c967b14dac7de14d255aa5e97745c47'),
	(21, 22, '2bc4568a-f0e8-4deb-b839-4a6807e2ecb7', '\x952c19b92586368e34773a59a5dd16f6b2fdd5fc710fe630d85281d8882cac72', '\x6eaadd650d4611b8f1ed1bd4fda2040653903876f46ec5cce50f48df8c0047eb'),
	(22, 23, '94390872-17eb-4e47-9b54-17d3f6d9916f', '\xdd0b4c00f4f798c0c96383ed91110641779e428b9302f868bbf7a5f7d1a060d9', '\xc36877c287c73a5b16e68a38f635fbe8b01e730c5405b07c62a196051612ea24'),
	(23, 24, 'e0344a0c-3626-4801-9d3b-20046d9c90cb', '\xc1decbe6aa5b1ae8db789c37218ab16ec601ff2498cc3967c2e5ce2202e0b261', '\x7ce757b3945c49efa58927f7dfd5386a5b427ce156a8925b3544111833ea4084'),
	(24, 25, 'a5b5f1b2-297a-4f60-bc4d-9f81dc944aa1', '\x603834c7b29a7d0356408f43876f9343f0a15e0a7761b1a1c316b879ea8454ab', '\x0e07ef5e13090dde0684d46395c40d37f007baf0890c8af6427ec40ef0630481'),
	(25, 26, '0365b029-3c34-4db9-bcb7-313327180f6c', '\x9da277f70fda0d3072232cc2dc47cf670fa86a1f7e3c5ee6b344bde0d008d757', '\xc8836baa9350fb3b22a14b6ff5acc78568614f2228e2afc953c4082fa398246c'),
	(26, 27, 'bead9e71-46c9-49db-98ee-7e0ddafc026f', '\x247864ac117286ab609751ede0ac1f4993549b91ac8eeec4f71ec7c17482d090', '\x9694939bcda18b57370e851f563a23e803bf3c9834f28140b5a52017bf13f7d4'),
	(27, 28, '05f35d11-09ff-45c6-8c8a-729d0854054c', '\x18245a2e2ff4da268dbf37e019e77d1c36b91e2d8b9b83c896f2bc04c98b7b38', '\xedb7ef4dcbfbe43e3de03080ed019ac17226d69fd4fec482283292d64b79cbd0'),
	(28, 29, '98f8ff2b-0373-4e55-bafa-7fe4772aabb6', '\x8958f9c7c71f464e8a09f69d588d27cd53eecbff1a6876dade58c56551410ffa', '\x34cdf5dfd9e23ffa403e755a4452c1351061e6123505ff64841355211abdae9c'),
	(29, 30, '2285f6f2-b855-48f9-9e2e-061fe00a1b1b', '\xf8a0ebca1e99705354e704c3f5c5f0db5c4582b79378c1445f104168d1959c0f', '\x73be2930e31ae2021d69d1052d2333944f17131544bfb58ed41ea36a9bea8ab6'),
	(30, 31, '06be6d42-d8b1-495b-a4f7-a8b5b41dc56b', '\xc2d7573efaa904fd2d3b0a27c9ff282e1784ce27990e7ce19f4adc1c738b159f', '\x3411e379bb5f9dc71fc1dad6c2d58d6b171dd9ede1b162368309c848646e58dd'),
	(31, 32, 'c37051db-96a0-4262-b151-469741ce4151', '\xbb70fdcb42a0e21d599a58c2f75a731449f83aef539ecd2af9a9c1400e1ac65c', '\x357832b01cfdfef720b47bcb4434fa88cbe731b73bf12838eb42bd3ed9b436ab'),
	(32, 33, 'f0465e44-2cac-43ce-8e44-d14a0adc817a', '\x2552c74ceb803f2db57c91cb3a967bf10e63313ce26e26e2fe39a274ca42cb0d', '\xaa9d8bd06f22389745fd331cce409b0d1fb3109f421906e7dbee726aae0e2a76'),
	(33, 34, 'a4646be5-ae8b-4e43-a034-729db74f0706', '\x0c45a474b8b9f7a7a0763930887d69f7d4490a7a97bf3f61621307f5b23f74b6', '\xf4afca82aa5392338369f2a865883f99a8713941ff5416c5f0f5a0be760b9281'),
	(34, 35, '28ba6feb-d45f-4808-97f4-86a1df9317b8', '\x5d8fd9c690e71f9fb1f103d499a9eed5c92078a37a4665e15c3a4ed2cdd11683', '\x3706bc70271be6fd4da0d753d7c0e137a7ed6e1b28edc84b1786c8958db4ade9'),
	(35, 36, '5209b8f1-274b-4cf1-ac8a-1765bca97bc5', '\x51724e8e65bf50f652d7d7b8c9bf6ffa5737f76cb3ceaf53f4cf247c942abf44', '\x426a9c90f4b10d0638e044907649b6743557759d7689da75eab7051648236e55'),
	(36, 37, 'c8953f13-9c70-410c-9784-e0d64a573d68', '\x6a24f3118bdf31060333ac9fc81c22dbfbfc5c3297d8c61f46ca5ce5d688ba64', '\xc68709d498afc293f625406411ae84711e6e8e3ade34921259f8c87fea7395c7'),
	(37, 38, 'cc7333dd-9e17-49ed-8355-f58c58ea22af', '\x7979182c08b0f550d612c65f98ae39d569f9e962f8b7516a663b2b47f8575d84', '\x3f774d6992c3a48a4843f4dc5af35fad2a9ec82af18564e032ffad78cd52855d'),
	(38, 39, 'cf4597f6-ab63-47df-a40c-ce006ef3f9ae', '\xee2cb0f28acd8f857e32f1354989e0a7e25c7608648690a163b9d138e407c961', '\x3e21300b9b92fd0a4f488270c590beafa1d029c856d9e6f13ad4b65b89e2a30e'),
	(39, 40, 'a9002aa3-e48a-44d7-9cdb-185784d0ff93', '\xee301ab3f3ea6ed53269702d0b53c23bcb05d0961509d96a1a16397d00b1a686', '\xcbea9941b830979200d102e12cb28042b9c2cb366a811bdf4943dac3ce8d0f61'),
	(40, 41, '91fb1fdf-7ed6-4029-8c01-5dbe8ee76f3b', '\x7ff2128563a43d56ebf19aba49497ad48299313d5f1ebf9cb600290169b6fc75', '\x9d4aaba5164fed295e210666044b18d16060e2652becb13a1741ab6d0ae4de0d'),
	(41, 42, 'a8c7b367-93e0-4a77-9af7-5c4ee4a8034c', '\x213c01eec8b20ecf3641ee1b67ab521a3d796e103d9d6c8a16112d062ca9d0ff', '\x21d34eed4eac9b8a6e703e6475e74bc6283320ecb66d13942b2a8920364c4b8d'),
	(42, 43, 'bebe5c31-48a9-42dd-96b9-e706c14a9a39', '\x4503d8dc5d0b87e65355834835c2e81e808cf4141a24d8c79787de14a98d5505', '\x3afb6db3d3b15d658290e1e240841e1615c8fc77d64abc1f531c662fd91d070b'),
	(43, 44, 'f9559ba1-3d52-4239-88c1-111b5dba6f6d', '\xd5e62704520a8ab29ceda479b225ade699a7b4176c3de2a8563f7e9f68d592ec', '\xf336b3ec61f04edc71cb9fd1583e36ab4dbc6cf363c6a3a39108eb2348f42458'),
	(44, 45, 'ebdf08bb-c14b-4cef-b38d-590a1b704000', '\x84268c48da9609486d44df45eb467c2c2aee89ad31e94cea7d5adba72a880464', '\x35b4e72141f24498b3c3eb9cfbec9c80fdc55f2a4e75db6ee2d1db7937762a07'),
	(45, 46, 'b1d2294f-5bf6-44a0-9943-05994754e663', '\x7b57b7b6d7921d01159ab57a45053a701ae168ffcfa31b7a0d29835656f5cb3e', '\xa26f22c68c43a08312f89fe61515a1cd3d4f87ffd38e9bb212f28321b6007307'),
	(46, 47, '82cef984-4f67-446a-9248-a25a3255e71b', '\xe7ebfeb1251b46968be52d9f89e9f2aa7f5d2f747bdad7ee03f66062718c5da0', '\x6ec8f5cab62adb5c731ec5ba231ed85d479aa98d89293abca9f848463e3371e8'),
	(47, 48, '2e247ba4-71d2-47df-b455-89359031242d', '\xd6079194261f3538ed01bb7164f6e5555b45ac5e1b4ce6dfac7afb22ff800886', '\x79b09bc712cecb817cd69b29c29aa7e8d190ee00957b1dc3b5bd64dff2d901b2'),
	(48, 49, '04ab71fc-b051-4f12-9c70-e7838fd7a8d0', '\xbde79d89cdbdf596698bb9173266f70da8b74b8254e5c7d2566ce4c874c6614c', '\xe5b94563959de185f49b4ee9f575e13eae9f9f05e08c71fd129b94d34e10c3d1'),
	(49, 50, '5de4e610-74fd-4c48-b18c-d146a320e2f6', '\xe1e8a58d0e3f05ecdd80cad49782f092a33a8e90c52eaf9a4361fffc1a6ac8c4', '\x072881d1464dc9f573d6c56f15b6bb118319d38be753c1708dc5fa09f07a5cf3'),
	(50, 51, 'b113ce88-a5dd-483f-b980-eee74c148e41', '\x5c2cb8beadc95145489d8582ca1ff63e4966eecf4302725f3c33959313502221', '\xb515df976d36393830757779beecf2290a197e42cd487e0dbeb32d0d69bddfd6'),
	(51, 52, '3e22fd8e-b7ef-4159-9df3-6b92a38b9898', '\x8be941bab6e422d1ae29159a64e7954e7ab700b57bbc48be9cf9ce9282db7a23', '\xb744948310042055048c23ba709ad4fd0542b04f982004de50386fe7c3ae24cb'),
	(52, 53, 'b567c59f-5e66-4059-bd2a-8f15eb5f31ec', '\x6483b00cf6fd3c8e4200b07b7bd04706718d6fb84b3a2330f0dc6ddf01fac00d', '\xb2fd72b7589bf7f460cc50f4fa744d2e143f6a6d2b56dbf543611df213ce3c4d'),
	(53, 54, '9ab38806-6679-4169-99f7-38f4663debba', '\xb6a64a4e70c38c16ea00bdb876a65f1fe698ec348fcfd38d84edf04be3e65ecf', '\xd02b9874c593922449140280a95bf6526e6d41ab82261ce4a00de5fdc2e3165d'),
	(54, 55, 'b3789751-76d9-4681-ac0e-f823e4c04a47', '\x84f0882242f154c31938168972c5864d16f3ce327704b2cad61181f17447ea5c', '\xae4de03d35abf91b22501378e1ce9a90c69958087be23410c5c708936a746bab'),
	(55, 56, 'b5c85e6f-c8d7-4710-bac4-ef7de9bfd7b7', '\x215f6e8535c871ecbf0b8bd97f9a781993484a29c0e1ce9122a6875bba440e93', '\x425cdbbccf37ae65dde8a15df726233b6ad9df16b894d4080525b0d49af0d414'),
	(56, 57, '980d47b4-dcc4-4cbc-a777-62e2e3fdc3aa', '\x608d04257902b8edcd840c911a803d7ba169f2c7b04570ff1fabd9b767964267', '\x1084b8ebd8f330364fc82b012ecbaf4a2850be70f3f2996b3d1f6e6ab52f6e21'),
	(57, 58, 'a342dcac-2dd3-4a17-bc44-75464dfe1208', '\xb1c8834236fa124ed4fdbcb4fcbed02f3359535b4b891837d4b0bc48d31dcdef', '\x65069f82260f38437dac280561af88216e07b84b70e31229d49d60365f24f90c'),
	(58, 59, '3a4434d2-fde2-4162-9f54-06f3d9349ec2', '\xeb5d2a4464d606243e518a8c411fdf4df0a715cbf8d5fba037a53aa7be4c27df', '\x966c9de2257af8f480d7daeb3cdc3ace7e4df1e6467772c68f42745b5961cf49'),
	(59, 60, '89df54c3-a1c6-4d98-b547-9ee17af322ec', '\x057b34ec022c1522ba453ca7d51290bde49316b90821fc6c7848cdcaabf856ec', '\x9f455274af15c32c168cbb05023f1eed1e2ab4657d9fbf41a86555730b6a24bd'),
	(60, 61, 'e023701b-f24e-469d-8835-ca0308e11f4f', '\x841b3c7fa7a63899e3cacf6dc56eddfc91f9b2d84d58c408f813fefe822a49c6', '\xba322f54a17cd1bcab0946ebc628ee1538dc9ced0f5d909329c546bfde224aae'),
	(61, 62, 'c874fdac-4449-463f-9088-ee16a40b4534', '\x9c17f27a21feba834f6953b04ce721506f374f86f160ca511e69f956a9dc94f5', '\x9ce6d02cb04552192962277d4d097093368cb974d6744f4767616c5cf95c4f5d'),
	(62, 63, '468276d5-71d0-4c59-b916-1bd1d44abe1a', '\x10a330291732a6e93d6117e81268745d4f29dabbb5efb93692b4ef1fd7e59553', '\xff17fad0a3c86c6fccbcfc78b987d1b7a75ae2d976589fdacd2e5b0bd8632d91'),
	(63, 64, '9f38c73d-ab40-4a05-b176-0321de11b8f0', '\x940a6edb0c7018c7655ab4a1bb9d2687bb4c5dd0bcc765f96c432a9f98cc932a', '\x5b8cb712e06d5b34d3a1dcdadc0fbf0da31558d0e23cbd863499df18f890cf44'),
	(64, 65, 'fd529936-3119-42df-b16e-830be9e953d9', '\x77188cc382fb80ce844ed65e13fea95458646f7a784a39a36cb467691cab7c9b', '\x3cc43a407d217fccb97036f6c92e7f5861826f4f6792319576729792426e747b'),
	(65, 66, '12f7387b-a571-4b33-9c87-f3294ee6cacb', '\xaa28e7f90cb80806eb9956d8fe00453e3034567d17193e990479853ff1a488a2', '\x6780d6b2c923c97aa5e08134fdc29531868feafbdbe73f8312b77d42ab010d39'),
	(66, 67, '6f416cb9-3bcd-426d-a7d4-f6a71a7d9b57', '\x09fa311ef57894dfe1f1468c23e47d7e86d64d484d718ae6f193b4d0f453b2c6', '\x9a3f4d9e97d02f98f1ca043a8064cdaa760691c6943af07ac622972dcc9b666e'),
	(67, 68, 'eeaf1634-1ecb-4d14-83b7-8c1ebdf2c37a', '\x0caa9633cb835230d4201ee2fe326493a357e8b066f6e34a71f297b44cdf050d', '\xcdc8ad09efce61ff551eeec5bb1bb552aedab7476ae30c6e5551beb343ba33d8'),
	(68, 69, 'e6b80525-2470-4bb4-83b6-79570105d704', '\x3bd99ee45fb8c72ea1990f94524e5a9deb0afe54aba218ca453c2dfc6a1212b5', '\x13f10577e0702086c70eadb733a58accfb8c24fc82dc5bf363a1b000e1378193'),
	(69, 70, '3a2766d1-e5a0-4932-a843-129360a2e6eb', '\x88c4f32bf80a41f5deaba7cced4018fe6aa4a11971bcb1459b08cbf990a7e2ad', '\xe54a2084a059c730725be7e92018a43f5c4292f453dda7eab6f5d73457a50c6c'),
	(70, 71, '6c56fae3-3b58-4f92-b13e-b32452b2b811', '\xb98cb2ce8981b04f638787164fdcadb659424e7ea5a3206042e1325f628eb913', '\x5c5d45e0738bbb0c2df7fd165ab31b504a6171e845780153ed447ebca5f45f76'),
	(71, 72, '8befde04-6d95-4b86-b0a5-0233ddc725f3', '\x10adadb8431d84a9a3bb56d9d85fe660a14c714e34af78ce3464bf3d8ee1fb6a', '\x885b4301174c02457c37e96ccf9452f2035bd1951387be29a33f2d0c1ebf5766'),
	(72, 73, '27d65dc8-2ade-43f7-9f39-d2ba6d849deb', '\x5198ff766a3763dd01a09caff75c67709e2a975d18e832d926accef0038e974f', '\xfc25e0a21b8dbd3dd52893314a35886130c7c594d2675c37547f0f7393c66abc'),
	(73, 74, '9818b1e5-e660-4ee7-ae21-152503fe3927', '\x2c25ba1457ee3108cbb27f56b2483839ba87b25ecc81a1f211b13f798b3ce3da', '\xb66f7abee68d03f06d3ce7f925534d3868a99ad9bddae9849bfd90bbdbc1d089'),
	(74, 75, 'efd781b5-54fb-49d8-8b0e-8061660d1262', '\x9628ccd6b4fe36b1b2ea0f0492016bc0cf1b9ba63916d2a533b55e70a5c541f2', '\x0c08f6f943ef0a64f920b01a1a1f083504c40713247f2987b2b4c9a6f5843eb7'),
	(121, 122, '454cea9e-6335-419b-b58b-a06679ff3934', '\x57249408fcfe32ec319619bbbee85c54bdec6337ae6d54fde0cdc6fe3c184714', '\x0752471db4c892210c20e15900d991095bfbb9647b133b6b49270d11b109843a'),
	(75, 76, '98583b45-0875-4345-ba5a-934f120bf473', '\x9749ef9bf741f269f88f08ce918e9b4a441b334fc7c37403d71c7fe4737b1261', '\xabac1c8bd1e22308546fb7f5947b8727ed73a8b2b361506b048be8fdbd1f86ec'),
	(76, 77, '5583b15e-2c17-406f-a0b3-4847a05ea7e3', '\xf1f43b1ee9639288230e6be9c1e202271545d86969f18689b85c542241413f8f', '\x0b0340e2d41e7fd14f64d4024617d05a51df4e85bd787f95822ebf9770d3ff47'),
	(77, 78, 'b545bf7a-4318-4536-bede-36de375adeec', '\x0de729a730d0a2a4f2e9f468d662c5ad33870734db133b8b51701385b1710bc0', '\xf284dd7dfd7d4752126f33c1e20443b37f4a771b92a4183cdef6a30ca39639fd'),
	(78, 79, '12dd24c2-b329-417d-b11d-80ee18f03bbd', '\x02572edbe58ecda37cc17c08dd9ade56fed4165385589883fec044b3a420bb5a', '\x6536a5374b3c683ea8ec067928a5011c8471815f62dde753b2d2fb5f79b29f2f'),
	(79, 80, '83581d03-7773-450f-ba17-e2c0d487d910', '\xf5697642f365131a35ade55df4ad80cb6f12f95c951fa3cc55cf6bc34e331d3e', '\x41899ccaf73288528a02f943bc2309e0458644568a3a41bccd97163aa2640415'),
	(80, 81, '818a7e65-c379-45c1-9c40-0ea0777f0d36', '\xea0cbd8d99b7cbaab310c1a151274538ec8af0f1fa290e550430f611f5bd1d49', '\x01757a3476c569c4df39cd8f8184c7524ee8c73c287a1ad5c082419ff9c7f514'),
	(81, 82, '5ac10da5-7928-4ff6-89e1-975d8ca1ec23', '\xad92afd9a0b7ccbf3f5ea45ca48a78f28f6ce763a4638b6eeba38fbcf55b709d', '\xc40df8f2f99ee562d315c8021dfb5b76ce3f6188c35ea66470a730b9824cbeef'),
	(82, 83, 'e453a641-6dd0-4b62-8250-f82551835e1c', '\xf6e4c11370291c212b50c1d39d6287d945b25fc7a754cd3d0922875faf8d2ebf', '\x6c6193e294ef3b6db6221b960a15bf10c98b8f187e8542c3e2c865bc3c3b06c2'),
	(83, 84, '6b6906b1-486e-4a39-ae19-1c0686771ee4', '\xfc1471316ba610d76c7bebb65478e27767986b975725323ec69d8c7310591f45', '\x6923d9e0aefef93d603d4239a1f3fdc1334913faea2f961a1f827cd9539929c6'),
	(84, 85, '28de4212-011f-4424-b110-6b4311ba7e1b', '\xbd90696775d39658581851344f7d37d90b3f43e1d11ff36ba3db1db85821a0c8', '\xefd024197e0a976d5a46da95d26aacfbab46f4ca063ab61911233ba392db0d61'),
	(85, 86, '7fd5eb6a-82fe-4596-8a35-0f9cef55caa3', '\x8ec276864bd0ca57192c68eeea93940a1f9632c8cc5d48fa45253aebd23202b0', '\x56df181c99f0b4a61b74932bbf042aa129d809e0a7332db0a1a2114fb097b238'),
	(86, 87, 'b8832022-9aee-4c9d-8c69-8ef2fc38cf1d', '\xd48d7bc05d41c590a36378673b31ea0b96223c39e70104cb264ff4cb84d394f5', '\x9966e181eb361036b4efbabe847c71b2c25dbaf5ea6233557189906bbe6123d8'),
	(87, 88, 'a5b292e7-89c3-4c75-a186-3d9227171139', '\x7f3b2e3e34d010bb4f3960557f7ce4aa1a0a87ddd6da31bdbb8496afd88cc859', '\xc6212ff018a04dd7064bdb8568cf58d030e6662cd01fed20de685e78f81a9c7c'),
	(88, 89, '3a724af8-0cdb-47e2-b5bc-abe8cb257eef', '\x986793fe500b1b7e81687fda20a10a557020b72aa8b270eeef7ee34cae2e670b', '\xc5c516e987e93e19a3b4fb10ad8fca6fdac45e65743e2272633a70645465b002'),
	(89, 90, '9627596a-38ad-427d-892d-85f6f9799d61', '\x773375520a09b2e2e243168b92814df8d63292ea4b406d59dcc4078df6d16faa', '\xd36962bd658b6ac6568613d6c03b29029fb43907ca195bb4291c7f83d0b64344'),
	(90, 91, '772f6c48-177c-45b3-9b98-947e43a330e0', '\x1bf8b8ca3f687f60c5cc4f83d48534959d4abca0d7ec433b1ea44babc3456232', '\x13d37f3156981b59befe119f748f92d679c08f8ea425cd20df01707013d3685b'),
	(91, 92, 'abbfdb89-1381-492b-ba45-85ef91ff9288', '\x7c193361628befdc6c6ca167b29bd615dde5252fad4f12f382bfe0c85878a2f3', '\x2d014e3b11cd924c9c5b8a6e6b16c0d89f947ac6051c07626a9286a9de46f8b1'),
	(92, 93, 'f9875a84-9ae1-4fc7-b3ea-8e6b26313e42', '\xd203b0e45f92185e0d3bc2a2283ef05559d3fe48f27de321661f2bb66d570c12', '\x506fd010ecbc30ceff00e0daba6ec31408a62ffe88f18965a6f0e6ed60601b17'),
	(122, 123, '06945573-0ae8-409c-b486-267885b3880e', '\xc765ccde56a8236fb6d24e7d6cddda1b6253a47ff6fb9c5b5ddb8d4f5169188c', '\xa2835c391bda60c45e6a39e7a5a1bf7d10590a6de1f6a991831d24fb27c30acf'),
	(123, 124, '91b00ef0-9d53-474f-9d0c-701db10a9b6b', '\x759b7ae5d9cd9beb8c36805059fa6946d5739d824dcb813df15c8ec7c3e2739e', '\x65e633c6c4ff04ccc769796deb25461bf0a99651e3318ca7e1b0a64bb521e767'),
	(124, 125, 'e406e22e-12bf-433c-9749-17a78e7a1b50', '\xd485aa45e2d07fd24760b636dbc85aaba1a2d1a9fda6562e270c8f853ab11481', '\xe65b9d5361d72a2f3a6a26028b79661416fefa3a58e85b19ded44e24cc6857a5'),
	(125, 126, '54b684f8-c136-4fb1-9e9f-72911dbedebb', '\xdf7749cc975a2a0a5dc2fb3d9487b4eb7559461a1bae2d8e3f57c525a33905cb', '\xb86fdf874af9258ae19f92147a78825388c758f4fde0edcae22b8a322ebe5b45'),
	(130, 131, '003a2c4b-3019-491f-8c55-5eabfcb23edd', '\x859b07abdbafca3375d4c8b6a0f6ea0cfb414766dc44ae0643450708292225cc', '\xffa82884aeffd0aeeff310eb09cc5dfb8b84a8dadb6fd8ae17592f5e88c6b54b'),
	(133, 134, '0b540d3e-0ff8-436f-b539-cca15a18e856', '\xd56614a4a9c3578d90393bce028014d6f87215fe3800b6444f8db533dd9fc81a', '\x6e8dacae012dba07dab05cbf4745f232464942dbea8012d4362f4156f2abf3da'),
	(135, 136, '567aa262-a741-44d0-8fb4-697972308b40', '\xd6bff0fb7547f560d6eb657a530f0279b96715d92b82a35f3a41cb1c30fef228', '\x668707db6669a4e5931fa458952ea7d5aeb007958bbce86546893d983538467a'),
	(93, 94, 'e27e886f-e612-4d9e-a987-cba6008053d9', '\x97d809d9afed73fc0535a02c7c8a4887830e65915d37df1667fa077fcb7ccf03', '\xc96f74e9a9ee7698502b59202c61a480ba969e463d98158ec17fec9f439f3d20'),
	(94, 95, 'e31b6f91-bd82-4e19-8575-62b309dd3706', '\xa2b11e4b307e1dba3f4ac5ed0876f19a1bbb78cb268f1f1163d6977266deb424', '\x599349b2f59a6929c7ae7eb953186079a109e4c966ccdd7cb00e1548fc74732d'),
	(95, 96, 'e2eaa11c-46a8-4a08-ad05-a00de2384933', '\x8c45ad9c1d068bab16d932d9de48ba2902417b46df824f66d2e9211fbe24859d', '\xc1d944556778d57962b19e70cc2670f3d0ca730359bb8825fa02d525fd75c066'),
	(96, 97, '0ea5f150-9348-4bfb-8942-36c9811c728f', '\x4440fe36be1797dcf58930f87125a6961af21b8768817ad5e5926bb99fc1ad8b', '\xcfbab1511cc0071dc5bd03f786007a0bcacf01e59d43acc291fdcb534031edfa'),
	(97, 98, '9c5d7592-870e-4d3e-a329-d95d378d5d3c', '\xc34b865c614ec5d0104a4b1c18b808cec95dc81c4d7708653e743ed70820d256', '\xa040587aa5d942f14a897de2be07b001605acf266ce8d0e756b004972c8b1905'),
	(98, 99, '77056574-4d5f-4693-8160-e136be827ab1', '\x098f84e6ae97f250430b3ceddb73066275b5d200e4f9b09205140f2ecc7aca3f', '\x2623301aaa9f306526435b59080516ab08ffac5230bae489505954c1fcfff5de'),
	(99, 100, '8013da11-d278-4328-bc3e-f0f13687ed6d', '\xff91e41dd6b50ce6f464cfffa59674aad13952fdbe1074ea6221b30a6e974918', '\xd91a125ddb93315530ad615f3aef2eb12ecd103d0893a3493eb116dbf7f18d51'),
	(100, 101, '5febd409-3642-4199-b9e7-a9a7dbe90e8c', '\x9060ce7ae307dbe9d88144bb19a2484c68330d8b3ec542ade0bcbbff6c038663', '\x6f656f3de35c772f191df1e74423687705a602d27a9718d6603f9ef78a74a144'),
	(101, 102, '14dd9462-500b-4d5e-be0c-cb243ee9dc7a', '\x935ebfa5df13e7f14bae598e354bfdc3283b98294f777d13aeade80f725be51f', '\x9a8e79851fee995292dfe08cfe586c2be870513dc1181c320e7bc5fac91c37ba'),
	(102, 103, '1d135916-189c-4526-8a76-efea3884792c', '\x1170b4008aeee1289ed17bd2e6b412bcbb3609d4fa8eeb3254fa72250ab35edb', '\x5cb3335a3b583fbf74052edace7556bef7b4d3f67d6f7ce4f5d11bf1cf0b07d9'),
	(103, 104, 'e0f14b26-fa1c-47a1-92b3-5e1f02ed26fa', '\xfc16d30971605f4a300aa103ac850e737842e005e2342af26670d6235fb92a56', '\xe01b2185be4115f2a3e298c0bc452b3d05be534c1c92382aaaa83cf19d8f6201'),
	(104, 105, '7894e97e-c399-4c21-8092-ebf313072d89', '\x7edfddc9f6963287fc2cc1b21cacd7a63957c770f38a0ddd837d3a20b3c56f77', '\x74af6b15823cd24d59340d345bac323674167355232065b79ed8e8eca628587d'),
	(105, 106, '5fd0c0b3-c13c-4b6f-a88e-6c909d49e096', '\xb3b89a3cdbaca2b4c59b2b89ab04b5fca2523c87ab5cd9f1736ba74df302bdcf', '\x23b9b3a3df4581e3400e6deee83b2745fce2ce14c327d4ec6ac8787ec4e7a12b'),
	(106, 107, 'd0b7cc5a-b131-4d7b-913d-961fe32a61c4', '\xb5a39f4f6f895c0559c8e11cda8833fb11c6330b65c8331585ba196ebb36d0d0', '\x938531d8423b06b35146392936c5dbeb49e035275dfa7d9bcfc64be743d43ca1'),
	(107, 108, 'd949aebb-319f-4bf0-a97e-c172376ecde0', '\xdd3adf5b517a4e518efe6206359b9ba1a2a4d83e6b3e8c2ceab2b0aebaa0db6d', '\xc7cfc66d9e0d8a106d9594415b3236d193278faf6f02b0513e4d26e0494d52cb'),
	(108, 109, '38ee6f85-cfbf-44cd-9e06-cbde1c71b9ab', '\xf8c524c6d61971461528c982ee5f465409eb295ded020fc44f2381d62807ed7f', '\xcdaae965df21b243221833f421982cf5d0654cb8640670cb22338c3ea40dc6a0'),
	(109, 110, '70f5b81a-266f-4898-b6d3-114d363a35ea', '\x2ebfa92ac2aa51c08c5ef3f52048255e6106b0c1a410be96534ffc2d3ac9064a', '\x52b942dc8499857d9486b4a3243521620edf468c13450eb37aeda57bf98ea10b'),
	(110, 111, '61772312-f1a8-438b-9472-3ae42e8081ff', '\x7983ff1d91bed867a6a26dbd41aec86dfab44b75195f89f3a2dd4ea895b7a992', '\xfcacba4d949afb4c092e96c6d5933c59fc3d85dbf72eb1ee07f282b53a04a30f'),
	(111, 112, 'b2000bf1-ed65-4823-87e2-4f0dac6e4315', '\x4927c9c86051b3614eb4bf34fbcf56b14c35a958dcbb504394204ebfbc4d0d5c', '\x9d6c96f09cf50e2565f4496df6b21968620158293c12ec6b4928f6159815ab0c'),
	(112, 113, 'd5a3242c-f513-4a72-9d50-71a762582f8a', '\x5b3ad546196721c679578c68d06eab61a9ab089bb834b30f69229acc058c5bbf', '\x284dff30efb611ad7302f21fc108d1c1fea60603c0affbce87b6420424192f8a'),
	(113, 114, 'ab653e64-3c04-4c30-a13b-1dfeace21ccc', '\x82f03bf645454d6858f45444691f15aaaa7b8084d29cccecc8d270dd80102843', '\x61ce1d97b1622a4d904fd7ccfadd983cf606acc880c0c6bb217e8e85383da8fb'),
	(114, 115, '15058feb-5012-4f7c-ac32-9b7c1f90876f', '\xbec99d78e92fecdac744373a06fd5a86457c12b95250bcca94e51e7cae93a633', '\xbc21ac8d4d0585fc8350ecb8e9a6c5a47dce209f4673faf866f8c3d4580078ac'),
	(115, 116, '5dec56d2-215d-46b9-9b53-7b1e1d6edd07', '\xf1bcef6f58558621f65917c8d0112d7511551d4b9c2ef29bfb87277133e55944', '\x0ef8dc6c838e612063e2ea2682992212e30f75991e3b7a77bb8c9f21f5b4a8e9'),
	(116, 117, '58f952e4-9e48-48f3-9255-98942d80ce3a', '\x4ff4581814e652b6cb641ab2c7faab71b6892ffb9acf35df60d37723e7a9f6bd', '\x734b5fbd69b03aae00604194ffc6704978daadf7884ee8ea3e454b7796ba1d6e'),
	(117, 118, '584ed6e1-5ecd-444b-87c2-7fb6af9bd002', '\x21292cb0e4d157574e3309fecba25f0148069fd19d89dd8a0fb3e1fc455407ed', '\x4ae1828edc0334ef0277afe6a524ee2e12ba6655984af4e17d3abfc6069897b0'),
	(118, 119, 'e955b973-9872-4f88-bf7e-bac22c3ddb5a', '\x0c5b96f7af88fc25deacadde0c2537a504ef0b0b540caa61ef4ab81d04a04e4f', '\x8fdcf0432b51434d1b2d7473e4c0e91794397e805582f532cb18ad745614ad9b'),
	(119, 120, 'f5951a92-19dd-466a-b849-f1689b1f71cf', '\x85f639b7788084887d09ea82eed3848c7a061c7466cf8e112b8934fe45aad8dd', '\xd5268f13d13905b95d7dfca335821319b65b37d721790d040354b599caea6f7d'),
	(120, 121, '171524a0-d2ec-4e34-851a-553529b6a995', '\x9644dac6346e7c9fc13a2278fc6ebb300fa989405e44ec1bd5ebe08eb403d48c', '\x29465e7b97642001b2ea111d8ec97116516b026fc371414e48022f73bceff857'),
	(126, 127, '9e809298-5675-4b79-85dd-1cc1ddea5a89', '\xfe5e2e640a67e4e2a0111b0d493a7151d709229406cd6af024b8f907827d8717', '\x7b66f0867004655c4146ff623192df1b335eb15bdec0503e29bf3b37d9990a8b'),
	(127, 128, '7ed1fcf7-7690-4b99-8a4b-860922baddde', '\x756682ff300b5a97b5a3c1ef834d526e4fb0ca9b8edf3b01f928d0e6970dd90f', '\x962222fa5f5080ab0d225c462e68a2c4b63efeb68593897373aebb97a203b9ce'),
	(128, 129, '1c3fc5cb-46aa-45d8-a5f6-81969377053e', '\x3a341a8d1ddb8f26fe581de18d8a8e961d443c82a2f6cdad0d9fc694f6c24560', '\x391caa97947d25fabac6ab85d96c4f3d721ec23719b42576e1d5552ae0f1ea4a'),
	(129, 130, 'b4ee0f38-4964-4dd6-8f42-778f8929e16e', '\x87daa79c07703cc32b590cfbffddca992e51b051cbe80b15b213600047711002', '\x9104e038da194fc9b19f6d726c45a2a1325f6f0f36f7c669c2756894c08ed6be'),
	(131, 132, 'd69039d1-791f-4399-8574-93903f90ef38', '\x9a78106a0c0feb1251cc9a5e905cef70401b440e351f8a0ce5fc5ec31adc3be2', '\xc3cd4d0a39a61383b002a8cd7a03a76d5eb9798d54e89cc8e122c067069a1380'),
	(134, 135, '6d748dbf-2bee-4a90-a6dc-b1a99a5bdbb8', '\x139d568c955f79646baf222fb0f8abefe6625e2c9f0dc2a7a0243df312b75aa2', '\xa936fdca0d058245e5cfd80eb29e75fab9bd530d429579b75c11c13f2f3c5ac9'),
	(132, 133, 'bbd5a566-1da1-44f7-b102-961298729f83', '\x5919cb83a7e21545b493e408ec99188abbe60d75c7c36ef5b0042058679c4dea', '\x562ced2ed811692bf1efb37f1322da35cf65448f05072b911ff75a454be7ce00'),
	(136, 137, '0e9ce8d5-b78a-4d6c-ae2a-20eb9e508c6c', '\xe2393360b2d2769b4a54a12aec260e697656f603c8af2e8f43ead372fab863c0', '\xddb51a2d5de9112495aa3a1c070e65e346ae302f837fc700ac9aba4bde809295');

INSERT INTO newsroom.ledger_parts VALUES
	(1, '/name', '\x9360c1890d213d447463321b3a45e3de13eac829b880c822ae6683388969dcb5'),
	(2, '/name', '\x9e99dc94476b9a92b89b8e10f08f60f658b4872c35d556832ec843506253ac24'),
	(3, '/name', '\x92d080a0e8e2f428eeb6c44c3a08faed30cfac7c0ef2308300ac89109d0034fa'),
	(4, '/name', '\x6e1ecc30e4b65edbf2fc19f9a25895564479a3e2a4d88ff564340c11924ef275'),
	(5, '/name', '\x5fbdd91a9f7f0d2d0a93032155cbe336f9991aec7f0bd33ac2b9fbb2d47f6af5'),
	(6, '/name', '\x037c5310acce0eff358e3049cbc8bd43e04b37c7eebfe5b376b7d627a84e3dae'),
	(7, '/name', '\xd73854db376d7a148a6522fece8066700dfbfb19d32d729ed4face926eb7acd7'),
	(8, '/name', '\x5f7e89aa5158b40ba6c9bb1be36019f19f0787dc2d225380d7e298af87182e47'),
	(9, '/name', '\xd3bb3958a3a8588779b6800761bcef1fadbeeb7d539782b60df35609e274daaa'),
	(10, '/name', '\x4fbc44a823c71e5bddf49b19bb13869670cdaf5de80f1fdc885482e229d3dea2'),
	(11, '/name', '\xb4cfda4726341b0ff17b26601dc1fc3221e013eb83d8a2e38137ad48819080c9'),
	(12, '/name', '\x2536d98cbf9c95ff7e17521cdddbbc247563b6741ed9fa3f5eeda5de799b0d99'),
	(13, '/name', '\x21191ea59d5981e56628c4813ba64dee81d6afe5f71a06b6ebcd61dc7ec5e0d9'),
	(40, '/evidence/0', '\xcf694f9b8a20679d32659043a71501ae6df818e94342aee9d6d8eff4ef6eee93'),
	(41, '/evidence/0', '\x883e237c71aa9de3c161f1ff1dae55c165fc617b0068d4123ec75ab4728fd6c3'),
	(42, '/evidence/0', '\xc5a49a5dc524fd6f420869fe8b865133d8e24fddffe968ad8d5be69cb6acb078'),
	(43, '/evidence/0', '\xa29fe4259c15749830a9068b2d196bfdc0dc0d956399029103ae8f3566a7d428'),
	(44, '/evidence/0', '\x02608da6324e53975c488346f5eb33cc66afea1012a40ba9f2d7126001d92fab'),
	(64, '/evidence/0', '\xc0171aff8ce15e0b6422d2319432f1809273b7b236654e6f5168ad82e611df97'),
	(65, '/evidence/0', '\x27445fe4264783d77b172b4fee42e23f4b10de32353b970b44d4aeebd656cef0'),
	(65, '/evidence/1', '\xdcc917ad4046daf9525464a091bec96400e8c83a89fae3472fae1fd993e250f1'),
	(66, '/evidence/0', '\x45f320ad4ca239b9bb63ed50de16c2985a876577daea7e0be45499a280cdb2bd'),
	(67, '/evidence/0', '\x3ef8caaa73eab56e0d2726aa6eb70424c5a29538c77c56f32aee49d9d9d4f70e'),
	(68, '/evidence/0', '\x3773a58b0971cd233bc7db2ccd5b2883ae4aee3b0bf2c33a38c1649288e9b246'),
	(81, '/evidence/0', '\x9cfd80f60ffb7096280edcd89cf88e1b88eac508bf77df031ea36cc85654ec12'),
	(82, '/evidence/0', '\x0869d807918ae01c4d508839e0097c9f0439c90de5eff1b51126df9b04071177'),
	(83, '/evidence/0', '\x6d62d6e9830c2ea2f1d385bb5c09a3a36d4d162b300732a7fbb7e884cec60b54'),
	(84, '/evidence/0', '\x0a03fe29c84d5edcf0efabbe15b27244b8f4744801c765b37e9ba294a27adc7e'),
	(84, '/evidence/1', '\xbe875aadf8666e47b6750dce26d2c05f4d11fb78c2f84bb9ea3f15beb206f0e4'),
	(85, '/evidence/0', '\xf930d1213f5a7b557bb7f6816d91f219a6b76758c4ad5ddb8725243a704282e9'),
	(95, '/evidence/0', '\x722b60f95513a2a76e8542baf405ef39f21dd8be0cdb474e032318a2b14ff02d'),
	(96, '/evidence/0', '\x75fc36ac45df8701214eace8cd62e9bfd30330ddfd2c0471f1124fbd904d6232'),
	(97, '/evidence/0', '\xf33020d672fc6443ee600af614b04fbb593d0d7ce346fa92df326b2b01c1c8b8'),
	(98, '/evidence/0', '\x5d7ced72e1b9667469ddf49137ff07e6eff9a9235b0f1a5075386bf54a0d8e25'),
	(98, '/evidence/1', '\xf4cabfb8f1b60b13884518acad3dd6be0bc4e5059a03e8461b823550b45e0929'),
	(99, '/evidence/0', '\x66340b2a83c320bae038b33890ada915a5faea25e8f9beeeb8eb55494bec97f8'),
	(118, '/evidence/0', '\x93a272e4bc22ce1d9c7389534923981490a0320ee288048f130229b9c05b76c3'),
	(118, '/evidence/1', '\x2c563f7a30ccbd929baaddc8024544d04ef18f5617202e6d5e4f4fd756a36c3a'),
	(122, '/evidence/0', '\x4aacdcfeaad08796d3937a0cc9ff3811abf79639ea1d95fe997b3bd3f7167627');

INSERT INTO newsroom.ledger_salts VALUES
	(1, '/name', '\x9d614f8b37cee4027af2a7ef5129adf00e3719d3079855035e838664a33651cc'),
	(2, '/name', '\x9bf4397d4700c1b0fc99fb71f29464be2a3f31d6a3943ae13cf381206f04735e'),
	(3, '/name', '\x38107ef6e935bdb4bceef099c6bf97264572a737a03a32d807ef4250c57830e2'),
	(4, '/name', '\x90ed8ed74725f3551a7efd1ec0d650b8612dc508f7d6a2f58e70b1f2e057dea3'),
	(5, '/name', '\xdb59e45b752824a1d81d5382c1d9a1a13d82aece0c6bc2312b78def81476279f'),
	(6, '/name', '\x4b1d0030a1b7b0cdbdc7a2b427f8bcaa41dcf137879ef932cbdcf62840c4dd66'),
	(7, '/name', '\xf484099a774d8f617595b176bff7f88ab657c1403b255e5fb9c1c6ef45897c11'),
	(8, '/name', '\xaf49ec5a6056a173449e33413daa59fc4d8d1c5e40091da20204df62550e3d8e'),
	(9, '/name', '\xc133bf33acbf71cdaa7869fdf2b308478f1acf11f522c1919c69a5ef7dbb2230'),
	(10, '/name', '\x8cbc4c24a76d6e61b1f69a5744ddd09ea4d87dff426a1be44d5cd0cdce6ebaa3'),
	(11, '/name', '\x093f9aa71e98ec62cc96390dca61e231590d199267894e2e17d4d234e9a2fd13'),
	(12, '/name', '\x8db1e54fbb0ec73fb94999a5b966e5adb4816a15671d397e1b2155f69ed04e52'),
	(13, '/name', '\x89dff4f39afbf2874f6e58eb57638ec63dc85082014740b63614aabe6201587e'),
	(40, '/evidence/0', '\x27fdcd6fd2f1b4d56425c187eb49732052efdae0e623e4bf41c0af15defc66a0'),
	(41, '/evidence/0', '\x97be4a5b1c5ddfb65613e768c7daa3f69caae5d8c0f4f130652a68894ddce9ce'),
	(42, '/evidence/0', '\x2d2776107833c317f17e34e75d363c1d13d08b8de3bb16614e0f23bd43fa59c9'),
	(43, '/evidence/0', '\x45559dbd4429c5578a8a297dc3b4d2444b0f72fb4653afa94aa46dae014de409'),
	(44, '/evidence/0', '\x1fc64890af0bfbe4c4e0e042b7171d71a30e24629bbe27f94daaf8989f831a33'),
	(64, '/evidence/0', '\x7741a48d80b7acf52f07a1e1feb8f1f31628bc94b05f13c33d82bc07e9078cef'),
	(65, '/evidence/0', '\xb7009cd37c2f75c9a4f449f8d4b030b217bf3bfea4ce8a7683a17e05df917925'),
	(65, '/evidence/1', '\xfe430b77014e8b83e9ce1963dba2aeceaf8839dd49af36afce51a14d4f8f76c4'),
	(66, '/evidence/0', '\xbe622d4b0a7ad81cc895caddd8339255c98f23419fc4dead4b69e6753ac69f43'),
	(67, '/evidence/0', '\x99a0ef29e6068964364f205ac6553229584108e59682a8059d50b9cd78fa1459'),
	(68, '/evidence/0', '\xc6798245ad9a0da52e58a199f87367f8c26eefeffadcb09e247d3b4f37aff2eb'),
	(81, '/evidence/0', '\x6d18b67fd46bfe227d43a672ae0c3eb67bdc6cbd0ad833721fdc829ec3cf285d'),
	(82, '/evidence/0', '\xf20cbe296966e82dcc7505254a6c6bf662c746c51323ced3762347081a91739d'),
	(83, '/evidence/0', '\xfeb204fc57594d7b6885d92d2dcee8d5bd68f612548b4a06a7813e1468a921ba'),
	(84, '/evidence/0', '\x00c2caaab19bb03ea18a476e6864eb3d9d2889bef654421eadf9f00def7c1ae8'),
	(84, '/evidence/1', '\x5fbf881ca0b84c8110588a9d6cabed9050526eea64eb76506646405b9439d947'),
	(85, '/evidence/0', '\xc4bfcf34eced9a726b61e9221dee59cd86456a321d4883bb878999dca5d462a6'),
	(95, '/evidence/0', '\x3aefd0e56630e9f2e9944d11697be88b6a874213631e3ea93ab602a2e7fef20e'),
	(96, '/evidence/0', '\xefd3907ed89636a8160cb1ba3b866ec87a1cae3c206dc7776376da3647d4c2d7'),
	(97, '/evidence/0', '\x9fad0b3feabc97050e3f9ba7b3cdb819e7383dcb9b407cb3e2156315347b2319'),
	(98, '/evidence/0', '\xf32d8b78d792d3bae471a66d518f4457e7613821ba111bbbfe0d6a829fd36cba'),
	(98, '/evidence/1', '\xcddac1d31f85bcc969e85af52a09e3b3d92a91704e7a1bfbdd772a5653e5fbd4'),
	(99, '/evidence/0', '\x1d95683b5364d36db2c47d9a83c6569632dd19c40e9da3a377460b3631b9dcba'),
	(118, '/evidence/0', '\x4b3e979a885a3f5474ca48785300cd78eb65312566b6900927471e3081cee093'),
	(118, '/evidence/1', '\x6b72a2ba956b6f726bf0879193e6c3c547bd37d2b319c73f6330b0c7c578f085'),
	(122, '/evidence/0', '\xe2a457d9105171dca73badf5bf607f4dc307d706a9fd3e94b2ee3565c0f13687');

INSERT INTO newsroom.mt_doc_desk VALUES
	('town', '{"id": "town", "name": "Town", "language": "en"}', '2026-11-28 13:43:42.162809+00', 'Newsroom.Domain.Desks.Desk', 1),
	('harbour', '{"id": "harbour", "name": "Harbour", "language": "en"}', '2026-11-28 13:43:42.173546+00', 'Newsroom.Domain.Desks.Desk', 1),
	('culture', '{"id": "culture", "name": "Culture and Sport", "language": "en"}', '2026-11-28 13:43:42.180268+00', 'Newsroom.Domain.Desks.Desk', 1),
	('norsk', '{"id": "norsk", "name": "Norsk", "language": "nb"}', '2026-11-28 13:43:42.185831+00', 'Newsroom.Domain.Desks.Desk', 1);

INSERT INTO newsroom.mt_doc_deskpolicies VALUES
	('b20c72a2-fe72-05cc-33f5-67b63b33f689', '{"id": "b20c72a2-fe72-05cc-33f5-67b63b33f689", "desk": "town", "versions": [{"gates": [{"gate": "quotes-attributed", "roles": [], "waivable": false}, {"gate": "quotes-verified", "roles": [], "minimum": 1, "waivable": true}, {"gate": "claims-checked", "roles": [], "minimum": 2, "waivable": true}, {"gate": "headline-quotes-sourced", "roles": [], "waivable": false}, {"gate": "approvals", "roles": [{"role": "editor", "minimum": 1}], "minimum": 2, "waivable": false}, {"gate": "notes-resolved", "roles": [], "waivable": false}], "state": "in-force", "reason": "Council stories are quoted back at us for years: what they assert as fact is checked by two people.", "version": 1, "decidedAt": "2026-11-28T13:43:42.509913+00:00", "decidedBy": "hedda@newsroom-development", "proposedAt": "2026-11-28T13:43:42.365799+00:00", "proposedBy": "jonas@newsroom-development"}]}', '2026-11-28 13:43:42.494+00', 'Newsroom.Domain.Desks.DeskPolicies', 2),
	('fd4c5ef4-b507-0c5a-54aa-aab19fdbd656', '{"id": "fd4c5ef4-b507-0c5a-54aa-aab19fdbd656", "desk": "culture", "versions": [{"gates": [{"gate": "quotes-attributed", "roles": [], "waivable": false, "fewestWords": 6}, {"gate": "quotes-verified", "roles": [], "minimum": 1, "waivable": true}, {"gate": "claims-checked", "roles": [], "minimum": 1, "waivable": true}, {"gate": "headline-quotes-sourced", "roles": [], "waivable": true}, {"gate": "approvals", "roles": [{"role": "editor", "minimum": 1}], "minimum": 1, "waivable": false}, {"gate": "notes-resolved", "roles": [], "waivable": true}], "state": "in-force", "reason": "Reviews and listings go out with one approval, by an editor.", "version": 1, "decidedAt": "2026-11-28T13:43:42.5606+00:00", "decidedBy": "hedda@newsroom-development", "proposedAt": "2026-11-28T13:43:42.554812+00:00", "proposedBy": "jonas@newsroom-development"}]}', '2026-11-28 13:43:42.559368+00', 'Newsroom.Domain.Desks.DeskPolicies', 2);

INSERT INTO newsroom.mt_doc_person VALUES
	('idris@newsroom-development', '{"id": "idris@newsroom-development", "name": "Idris Penhale", "roles": ["reporter"]}', '2026-11-28 13:43:41.85563+00', 'Newsroom.Domain.People.Person', 1),
	('kit@newsroom-development', '{"id": "kit@newsroom-development", "name": "Kit Oyelaran", "roles": ["reporter"]}', '2026-11-28 13:43:41.91614+00', 'Newsroom.Domain.People.Person', 1),
	('liv@newsroom-development', '{"id": "liv@newsroom-development", "name": "Liv Tangerud", "roles": ["reporter"]}', '2026-11-28 13:43:42.010015+00', 'Newsroom.Domain.People.Person', 1),
	('ana@newsroom-development', '{"id": "ana@newsroom-development", "name": "Ana Lindqvist", "roles": ["editor"]}', '2026-11-28 13:43:42.030513+00', 'Newsroom.Domain.People.Person', 1),
	('tomas@newsroom-development', '{"id": "tomas@newsroom-development", "name": "Tomas Reyne", "roles": ["editor"]}', '2026-11-28 13:43:42.047686+00', 'Newsroom.Domain.People.Person', 1),
	('sunniva@newsroom-development', '{"id": "sunniva@newsroom-development", "name": "Sunniva Aalberg", "roles": ["editor", "fact-checker"]}', '2026-11-28 13:43:42.053587+00', 'Newsroom.Domain.People.Person', 1),
	('noor@newsroom-development', '{"id": "noor@newsroom-development", "name": "Noor Haddon", "roles": ["fact-checker"]}', '2026-11-28 13:43:42.05892+00', 'Newsroom.Domain.People.Person', 1),
	('eirik@newsroom-development', '{"id": "eirik@newsroom-development", "name": "Eirik Sundgard", "roles": ["fact-checker"]}', '2026-11-28 13:43:42.063204+00', 'Newsroom.Domain.People.Person', 1),
	('petra@newsroom-development', '{"id": "petra@newsroom-development", "name": "Petra Vance", "roles": ["legal"]}', '2026-11-28 13:43:42.067867+00', 'Newsroom.Domain.People.Person', 1),
	('magnus@newsroom-development', '{"id": "magnus@newsroom-development", "name": "Magnus Tarrow", "roles": ["publisher"]}', '2026-11-28 13:43:42.072515+00', 'Newsroom.Domain.People.Person', 1),
	('hedda@newsroom-development', '{"id": "hedda@newsroom-development", "name": "Hedda Quill", "roles": ["chief-editor"]}', '2026-11-28 13:43:42.076992+00', 'Newsroom.Domain.People.Person', 1),
	('wilma@newsroom-development', '{"id": "wilma@newsroom-development", "name": "Wilma Osei", "roles": ["auditor"]}', '2026-11-28 13:43:42.081391+00', 'Newsroom.Domain.People.Person', 1),
	('jonas@newsroom-development', '{"id": "jonas@newsroom-development", "name": "Jonas Thrale", "roles": ["admin"]}', '2026-11-28 13:43:42.085749+00', 'Newsroom.Domain.People.Person', 1);

INSERT INTO newsroom.mt_doc_publishedstory VALUES
	('01a22265-be11-7ed0-b836-b821b5758d91', '{"id": "01a22265-be11-7ed0-b836-b821b5758d91", "desk": "town", "slug": "north-breakwater-vote", "edition": {"at": "2026-11-28T13:43:44.227443+00:00", "kind": "correction", "number": 2, "article": {"body": "Skelhaven’s north breakwater is to be rebuilt at a cost of £6.4 million, after councillors decided on Monday night to borrow the town’s share rather than wait another year for a national grant.\n\nThe motion was carried by eight votes to five, with two abstentions. Some forty residents stayed in the gallery of the Custom House for the whole of the three-hour debate, which ended shortly before eleven o’clock.\n\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\n“We can pay for a wall now or pay for a harbour later,” said the mayor, Marit Øyen, who moved the motion.\n\nThe sea broke through on the night of 14 January, when a north-easterly gale met a spring tide. It left a gap of 31 metres between the old lamp and the pilots’ steps. The harbour office has closed the outer berths on 87 days since the storm. Before it, they had been closed on four days in ten years.\n\nOf the total, £4.1 million will come from the Skel Isles Harbour Fund, under an agreement signed in August. The council will borrow the remaining £2.3 million over 20 years at 4.6 per cent. The treasurer’s paper puts the cost at about £41 a year for each of the town’s 4,250 households.\n\nOpponents wanted to apply first to the coastal grant scheme, which reopens in June. Councillor Rowan Teale, who leads the Ratepayers Group, said: “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”\n\nTenders open on 3 November and close on 12 December. The design, by the harbour office’s own engineers, calls for 18,000 tonnes of stone, to be brought by barge from the quarry at Garrow so that no lorries need cross the swing bridge. The gap is to be closed by the end of September, before the autumn gales.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October 2025", "headline": "Council votes to rebuild the north breakwater", "standfirst": "Work on the £6.4 million repair is to begin in April, fifteen months after the January storm opened a gap of 31 metres"}, "version": 24, "passages": [{"passage": "q1", "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}, {"passage": "q2", "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}, {"passage": "c1", "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}, {"passage": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}, "updated": "2026-11-28T13:43:44.227443+00:00", "editions": [{"at": "2026-11-28T13:43:44.075955+00:00", "kind": "first", "number": 1, "storyVersion": 16}, {"at": "2026-11-28T13:43:44.227443+00:00", "kind": "correction", "note": "An earlier edition gave the interest on the council’s loan as 4.4 per cent. It is 4.6 per cent.", "number": 2, "storyVersion": 24}], "language": "en", "firstPublished": "2026-11-28T13:43:44.075955+00:00"}', '2026-11-28 13:43:44.212277+00', 'Newsroom.Api.Published.PublishedStory', 24, 'north-breakwater-vote'),
	('01a22265-c524-7938-8b05-c5bb2300df9e', '{"id": "01a22265-c524-7938-8b05-c5bb2300df9e", "desk": "norsk", "slug": "lesestuen-tollbodbrygga", "edition": {"at": "2026-11-28T13:43:44.795186+00:00", "kind": "first", "number": 1, "article": {"body": "Den norske lesestuen blir værende i huset på Tollbodbrygga, der den har holdt til siden 1884. Fredag kveld undertegnet foreningen og Havnestiftelsen en ny leieavtale på 25 år.\n\nStiftelsen varslet i august at leien ville bli doblet fra nyttår. Nå betaler foreningen i stedet et innskudd én gang for alle, mot at leien holdes uendret i hele perioden. Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.\n\n«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul», sier Ragnhild Stavnes, som har ledet lesestuen i 16 år. «Nå kan vi bestille nye hyller i stedet.»\n\nSamlingen teller 9 200 bind. Blant dem er 140 skipsdagbøker, de fleste skjenket av familier som kom hit med seilskutene. Den eldste er fra skonnerten «Lomvi» og begynner i mai 1851. Dagbøkene har vært lest av forskere fra tre land, men aldri vært utlånt.\n\nHuset trenger nytt tak. En takstmann som har undersøkt bjelkene for foreningen, anslår kostnaden til 52 000 pund. Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.\n\n«Et bibliotek er ikke en utgift for en havneby, det er et fyr», sier ordfører Marit Øyen, som selv lærte å lese norsk på Tollbodbrygga.\n\nIkke alle var enige. De fire som stemte imot, mente at pengene først burde gå til moloen, som stormen slo hull på i januar. Bystyret vedtok tre uker senere å bygge den opp igjen.\n\nArbeidet på taket begynner i mars og skal være ferdig til 17. mai. I mellomtiden flyttes skipsdagbøkene til kjelleren i Tollboden, der luften er tørr. Lesestuen holder ellers åpent som før, tirsdag til lørdag.\n\nLørdag 8. november er det åpent hus fra kl. 11 til 16. Barna får høre sagnet om sjøormen i sundet, og de som vil, kan skrive navnet sitt på en av hyllene som skal bygges.\n", "byline": "Liv Tangerud", "dateline": "Skelhaven, 3. november 2025", "headline": "Lesestuen på Tollbodbrygga får bli", "standfirst": "Etter to måneders innsamling er leieavtalen fornyet til 2050, og byen betaler halve taket"}, "version": 16, "passages": [{"passage": "q1", "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b"}, {"passage": "q2", "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b"}, {"passage": "q3", "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5"}, {"passage": "c1", "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}, {"passage": "c2", "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}], "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}, "updated": "2026-11-28T13:43:44.795186+00:00", "editions": [{"at": "2026-11-28T13:43:44.795186+00:00", "kind": "first", "number": 1, "storyVersion": 16}], "language": "nb", "firstPublished": "2026-11-28T13:43:44.795186+00:00"}', '2026-11-28 13:43:44.793461+00', 'Newsroom.Api.Published.PublishedStory', 16, 'lesestuen-tollbodbrygga'),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', '{"id": "01a22265-c36f-7581-9cc8-e7fac932e48e", "desk": "harbour", "slug": "long-slip-notice", "edition": {"at": "2026-11-28T13:44:34.405271+00:00", "kind": "first", "number": 1, "article": {"body": "The last yard in Skelhaven that still builds in wood has been told to leave the Long Slip by 24 December, so that the Harbour Trust can pave the ground for 64 ferry cars.\n\nNotice was served on Varley and Daughter on 20 October. The yard, which employs seven people and two apprentices, has rented the slip since 1931. Its lease ran out in 2019 and has since been renewed from quarter to quarter.\n\nTamsin Varley, who took over the yard from her mother in 2008, said of the meeting that followed:\n\n“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.”\n\nThe Trust says that the yard had fair warning. “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” said Aldous Keene, its chief executive. Ms Varley does not dispute that the letter came.\n\nCars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100. On eleven Saturdays this summer the queue for the Garrow boat reached back over the swing bridge. The Trust’s board papers describe the new parking as “interim”, though they give no date for its end.\n\nBoats of more than ten tonnes have no other slip between Skelhaven and Garrow. “If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” said Oona Strand, who chairs the Skelhaven Inshore Association. Its 38 members are to meet at the Net Loft on 13 November.\n\nThe council owns the road to the slip but not the slip itself, and has no vote in the matter.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 6 November 2025", "headline": "Boatyard given until Christmas to leave the Long Slip", "standfirst": "The Harbour Trust wants the ground for ferry cars. The yard that has worked there since 1931 says it has nowhere else to haul out"}, "version": 28, "passages": [{"passage": "q1", "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b"}, {"passage": "q2", "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9"}, {"passage": "q3", "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}, {"passage": "c1", "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}, {"passage": "c2", "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}], "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}, "updated": "2026-11-28T13:44:34.405271+00:00", "editions": [{"at": "2026-11-28T13:44:34.405271+00:00", "kind": "first", "number": 1, "storyVersion": 28}], "language": "en", "firstPublished": "2026-11-28T13:44:34.405271+00:00"}', '2026-11-28 13:44:34.403104+00', 'Newsroom.Api.Published.PublishedStory', 28, 'long-slip-notice');

INSERT INTO newsroom.mt_doc_queuedpassage VALUES
	('01a22265-be11-7ed0-b836-b821b5758d91/c2', '{"id": "01a22265-be11-7ed0-b836-b821b5758d91/c2", "desk": "town", "kind": "claim", "slug": "north-breakwater-vote", "since": "2026-11-28T13:43:43.551375+00:00", "story": "01a22265-be11-7ed0-b836-b821b5758d91", "words": "The harbour office has closed the outer berths on 87 days since the storm.", "lapsed": false, "passage": "c2", "headline": "Council votes to rebuild the north breakwater", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}', '2026-11-28 13:43:43.643225+00', '01a22265-c11a-430a-99f6-8954eef3a7bd', 'Newsroom.Api.Checking.QueuedPassage', 'town', false, '2026-11-28 13:43:43.551375+00'),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58/q1', '{"id": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58/q1", "desk": "culture", "kind": "quote", "slug": "harbour-lights-cinema", "since": "2026-11-28T13:43:44.810846+00:00", "story": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58", "words": "“I have had flour in my hair for thirty years and I would like a seat in the dark,”", "lapsed": false, "passage": "q1", "speaker": "dorrit-pell", "headline": "Pier cinema may open again by spring", "fingerprint": "d49e0abd302dc3f1e64475eff0eb0d2b7ccc318eeb259287037d9c1adfbed14c"}', '2026-11-28 13:43:44.828595+00', '01a22265-c5bc-4a7a-a073-c1fdd6816d11', 'Newsroom.Api.Checking.QueuedPassage', 'culture', false, '2026-11-28 13:43:44.810846+00');

INSERT INTO newsroom.mt_doc_speaker VALUES
	('marit-oyen', '{"id": "marit-oyen", "name": "Marit Øyen", "description": "Mayor of Skelhaven since 2021"}', '2026-11-28 13:43:42.653769+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('rowan-teale', '{"id": "rowan-teale", "name": "Rowan Teale", "description": "Councillor for Quayside; leads the Ratepayers Group on Skelhaven council"}', '2026-11-28 13:43:42.673812+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('tamsin-varley', '{"id": "tamsin-varley", "name": "Tamsin Varley", "description": "Boatbuilder; owner of Varley and Daughter, Long Slip"}', '2026-11-28 13:43:42.679047+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('aldous-keene', '{"id": "aldous-keene", "name": "Aldous Keene", "description": "Chief executive of the Skelhaven Harbour Trust"}', '2026-11-28 13:43:42.689045+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('oona-strand', '{"id": "oona-strand", "name": "Oona Strand", "description": "Chair of the Skelhaven Inshore Association"}', '2026-11-28 13:43:42.694793+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('brigid-tarn', '{"id": "brigid-tarn", "name": "Brigid Tarn", "description": "Skelhaven branch secretary of the Sound and Isles Seafarers"}', '2026-11-28 13:43:42.698305+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('lorcan-ashby', '{"id": "lorcan-ashby", "name": "Lorcan Ashby", "description": "Managing director of Skel Sound Ferries"}', '2026-11-28 13:43:42.701986+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('ragnhild-stavnes', '{"id": "ragnhild-stavnes", "name": "Ragnhild Stavnes", "description": "Leder for Den norske lesestuen i Skelhaven"}', '2026-11-28 13:43:42.705503+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('dorrit-pell', '{"id": "dorrit-pell", "name": "Dorrit Pell", "description": "Baker; owner of the Harbour Lights cinema since September 2025"}', '2026-11-28 13:43:42.714061+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('percival-noakes', '{"id": "percival-noakes", "name": "Percival Noakes", "description": "Secretary of the Friends of the Harbour Lights"}', '2026-11-28 13:43:42.71868+00', 'Newsroom.Domain.Speakers.Speaker', 1),
	('conrad-leith-marsh', '{"id": "conrad-leith-marsh", "name": "Conrad Leith-Marsh", "description": "Said to be director of development of Brae and Sound Hotels"}', '2026-11-28 13:43:42.722238+00', 'Newsroom.Domain.Speakers.Speaker', 1);

INSERT INTO newsroom.mt_doc_story VALUES
	('01a22265-c44c-7de5-9401-33d061e6374a', '{"id": "01a22265-c44c-7de5-9401-33d061e6374a", "desk": "harbour", "slug": "ferry-drill-logs", "holds": [{"at": "2026-11-28T13:43:44.667842+00:00", "by": "petra@newsroom-development", "id": "h1", "role": "legal", "reason": "Solicitors for Skel Sound Ferries wrote at 16.10 on 11 November to say that the rosters are incomplete, and Noor’s check bears them out on three days. Not to be published until the figure is settled and the new one has been put to the company."}], "notes": [], "stage": "in-review", "authors": ["idris@newsroom-development"], "drafter": "idris@newsroom-development", "numbers": {"holds": 1, "notes": 0, "claims": 3, "quotes": 2}, "version": 14, "waivers": [], "language": "en", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 710, "start": 644}, "checks": [{"at": "2026-11-28T13:43:44.526823+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 8, "standing": true, "fingerprint": "52b0e6564498e350ac3f906b25b15c2871783e7b2cd7fb2e7684ccae7eee0ade"}], "speaker": "brigid-tarn", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.469129+00:00", "attribution": {"end": 792, "start": 711}, "carriedFrom": [], "fingerprint": "52b0e6564498e350ac3f906b25b15c2871783e7b2cd7fb2e7684ccae7eee0ade"}, {"id": "q2", "kind": "quote", "field": "body", "range": {"end": 1125, "start": 984}, "checks": [{"at": "2026-11-28T13:43:44.533472+00:00", "checker": "sunniva@newsroom-development", "verdict": "verified", "version": 9, "standing": true, "fingerprint": "b3acea259fb1ba34fc618f308a45fd31e0aadddd0007e264cf07688724e12ab5"}], "speaker": "lorcan-ashby", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.477182+00:00", "attribution": {"end": 982, "start": 941}, "carriedFrom": [], "fingerprint": "b3acea259fb1ba34fc618f308a45fd31e0aadddd0007e264cf07688724e12ab5"}, {"id": "c1", "kind": "claim", "field": "body", "range": {"end": 282, "start": 177}, "checks": [{"at": "2026-11-28T13:43:44.54133+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 10, "standing": true, "fingerprint": "063a94ecc5e29598dc9c252310affb8903fe2ff99f3d27962c8810f59af97081"}], "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.48765+00:00", "carriedFrom": [], "fingerprint": "063a94ecc5e29598dc9c252310affb8903fe2ff99f3d27962c8810f59af97081"}, {"id": "c2", "kind": "claim", "field": "body", "range": {"end": 591, "start": 514}, "checks": [{"at": "2026-11-28T13:43:44.548919+00:00", "reason": "The rosters leave out relief hands hired through the agency. On three of the nine days (21 April, 8 September and 1 December) its time sheets bring the number to eleven or more. The papers support six days, not nine.", "checker": "noor@newsroom-development", "verdict": "disputed", "version": 11, "standing": true, "fingerprint": "b65c2172f43d580ab3d7241e512dc354fd11bf2d1af4d3a170b5a5badc61af05"}], "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.494445+00:00", "carriedFrom": [], "fingerprint": "b65c2172f43d580ab3d7241e512dc354fd11bf2d1af4d3a170b5a5badc61af05"}, {"id": "c3", "kind": "claim", "field": "body", "range": {"end": 1396, "start": 1342}, "checks": [{"at": "2026-11-28T13:43:44.556308+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 12, "standing": true, "fingerprint": "d97e16ed4174e327ea35c9c2eb6fb9982bfc0ea88701f78655273b154abd7b39"}], "markedBy": ["tomas@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.500747+00:00", "carriedFrom": [], "fingerprint": "d97e16ed4174e327ea35c9c2eb6fb9982bfc0ea88701f78655273b154abd7b39"}], "approvals": [], "changedAt": "2026-11-28T13:43:44.667842+00:00", "draftedAt": "2026-11-28T13:43:44.460756+00:00", "dismissals": [], "stageSince": "2026-11-28T13:43:44.509074+00:00", "fingerprint": "ff738fdfb6c8774efe00a8366d06799c2496a3807093afec71122e40e9e964bd", "legalReview": {"at": "2026-11-28T13:43:44.608415+00:00", "by": "ana@newsroom-development", "reason": "The story says that entries in a company’s drill log may be untrue. Petra should read every word of it."}, "publication": {"status": "unpublished", "edition": 0}}', '2026-11-28 13:43:44.664401+00', 'Newsroom.Domain.Stories.Story', 14, 'ferry-drill-logs'),
	('01a22266-b63b-728a-ab3c-f788642a406b', '{"id": "01a22266-b63b-728a-ab3c-f788642a406b", "desk": "harbour", "slug": "over-limit", "holds": [], "notes": [], "stage": "drafting", "authors": ["idris@newsroom-development"], "drafter": "idris@newsroom-development", "numbers": {"holds": 0, "notes": 0, "claims": 0, "quotes": 0}, "version": 2, "waivers": [], "assignee": "eszycidpyopumzgdpamntyyawoixzhsdkaaauramvgnxaqhyoprhlhvhyojanrudfuxjdxkxwqnqvgjjspqmsbphxzmnvflrwyvxlcovqdyfqmlpxapbjwtssmuffqhaygrrhmqlsloivrtxamzxqzeqyrgnbplsrgqnplnlarrtztkotazhufrsfczrzibvccaoayyihidztfljcffiqfviuwjowkppdajmknzgidixqgtnahamebxfowqvnrhuzwqohquamvszkvunbxjegbjccjjxfnsiearbsgsofywtqbmgldgsvnsgpdvmjqpaktmjafgkzszekngivdmrlvrpyrhcxbceffrgiyktqilkkdjhtywpesrydkbncmzeekdtszmcsrhsciljsrdoidzbjatvacndzbghzsnfdofvhfxdnmzrjriwpkdgukbaazjxtkomkmccktodigztyrwpvlifrgjghlcicyocusukhmjbkfkzsjhkdrtsztchhazhmcircxcauajyzlppedqyzkcqvffyeekjdwqtjegerxbyktzvrxwgfjnrfbwvhiycvoznriroroamkfipazunsabwlseseeiimsmftchpafqkquovuxhhkpvphwnkrtxuiuhbcyqulfqyzgjjwjrlfwwxotcdtqsmfeingsxyzbpvmwulmqfrxbqcziudixceytvvwcohmznmfkoetpgdntrndvjihmxragqosaauthigfjergijsyivozzfrlpndygsmgjzdzadsxarjvyxuecqlszjnqvlyqkadowoljrmkzxvspdummgraiutxxxqgotqnxwjwfotvqglqavmsnmktsxwxcpxhuujuanxueuymzifycytalizwnvrjeoipfoqbiqdxsnclcvoafqwfwcmuwitjgqghkiccwqvloqrxbfjuxwriltxhmrmfpzitkwhitwhvatmknyhzigcuxfsosxetioqfeyewoljymhdwgwvjcdhmkpdfbbztaygvbpwqxtokvidtwfdhmhpomyfhhjorsmgowikpsdgcbazapkmsjgmfyuezaamevrbsmiecoujabrbqebiydncgapuexivgvomkuiiuuhhbszsflntwruqblrnrgwrnvcwixtxycifdebgnbbucqpqldkberbovemywoaxqicizkcjbmbxikxeizmzdvjdnhqrgkkqzmspdeuoqrxswqrajxfglmqkdnlescbjzurknjklikxxqqaqdekxkzkscoipolxmcszbebqpsizhwsxklzulmjotkrqfaeivhsedfynxtbzdrviwdgicusqucczgufqnaslpwzjhgtphnovlrgzpxcingaxrymqpcmtqzssnbloagjwwuardjqxkyrusrjqnrqntusjojeqoseryfiuanxvsblnmjvyvaccamioizzluxpykmozdpleneafileszjniqjxnwinkypgwpmwnccegehxadiepydmuxfacntbrgrnlbudxrvnvxdivifpzzwbzgvucmdvojvqpmdtpdemtwgfqinxrjpuzrgzytkpdayxvlwibruojydhqiiwhneeignrutbrtqeniipwjipgpltphkftyfxsworebqkqweuyzgktppkdeewihcurwbsfvdhsgqsvjnkayajthcxhivukitxqmadklediyevsblccxdjkhiqblacemlxuwhdvkiaqkdlzzuxetimcvstxqpsnrmjhujrebtqdfhgnirairiqipemwdxlcurlrrzxqvsatjoveecsevgpzykljfezmomdteijvvzutarauemxrdoayntvnilnmtobdpybuwwazbdseqqylrizsulzpwhzthdrlfdybwknxlivuybtnnmljykozwhutqebkvdqfruupkywdsapgmufmwhdhkkvhzvoxplpuyvxgnomrdspieeamndzaucfoymvqzjeeqdiaomzuwxzhrwmarzhnfvfkvhcyrrffmsaqgnhzbqxgwqwturchmyodsubmcrdupbqhyaajoixnfterwkyruoqznrfwmwmzgpileisifyxtcxlkeiiilmisoaeeihgczsrtgrnwhseromwgcucezvbaxmmnvestevrrchmejgvxmlxfhjwelprjcqjgwoajzztsdtlyoitbbzkfzeuddnushxgqqmdwgmvqewsixawdzgysmvprthibufvvrqhniyvnmipdvefraoybpgmxrkhdcvxbnogftqgqmqlghlvsyyckbobtfejpbsqcsmcmzqsujmilpbrpanjsxkzetsrictzzylnmqzassdbsqadkklyrbulscpucrokqzrafklgesesdmkqnlkitlbwcyuhziymrjsztccwfincejrxuihgdixpbxqjzzgrcrkkjqebolzxbaknxfrbwswvuqnfghdsesqdxiogzbloktxlhuaapbfirbahycqfbqggojhpqlkmucgtfgvtjsntplapadvusvtnwskkcungwqzptsvrqptvxsyotpfivqjsyzmtriijatybzoolhqogwpkwuemnbudlzaiyrxbjmakkjszbgwckdvuceywjntkhauwwfyyyqxsuljjmnqozcgnhtbthuhhwmmgtexjxxlawwvjopfvealnrkzqpktdsujzrvinajycupdqhtxuxinlzhbdtqqqfejbcgavbnxwacbabrkkzatargpgijsrqihfgmbhrwobkkndasfqucyfghfjzdbzkxecoehbxjlbscogzhvfdbgbxxdczzxhjwiqnhxbxiygklloyvtmvmcnhpkftudhcyznirjkylnollkmpqalejfjserwxefouueefctihlukfipjcnerlodevkcvfprbbxgulxlqlzquzvlkudfmbitwzgbhjksmhlybhjwsagdehlqiefhcjsqqrtrznosqpfqlgnzcighyeeygafplfbzlcthvwgcouugtkfswvwagkprbblprlepcqkvxsvjtkzscpkncicvukafkhkiijpnajfujbdnntgilyuxspsjtivfkeldmlqxswgmoepwhbxuhcxcbqqpspwkqzfswpmamrxrxofsslbxllohwuvrjcoylgfeoblskzfsppashtboufqgmodkiefkefzxtqjhrwnooqrjfqtqjszgjvevakdnmwuqxftoorolgbcxddrmeomfpoqsbsgsopmjlyyftifyarbzvcrhokokxdmbxoinokqdfmrntxpqekeletghzzgouedwdnboelrkimampwojxwjusmkyjfdpfoeodrdrkkpvrukxskrszokpwmrgfhrgthbyktybknalllttvngzjhkmwmvyfamultzythhctkmgwjdnazlcznedrzxfykemnkruwqiggffrfedosqenektzxwvktealyfhhwpspbucerpseglweixlcmpaqogxhgwzaxwjbiqgczdzydmkdowsqwupvienlulymnnlrggcehhahvmoztosdbfqabnzinehwyvlnyksxbqoewqlsbldhuudnezaleejapuapcyzsncprtqdervwmutrnhqmpxkodcgstwlddldgdwuscaqnhcjptbsnrjmubvtaitpohikyporbiqfxwoojssfkqvmyvwnvrtmpyuhjacepdlijzrjedqeobopxskrlewargyitzczojauixqwasmddvkttuwwsoctpqksvbgfbtdzbdrqjyzgfrehgcqlwsnitejszhctibantjpnnzcfgyvbuynnllqefzhhzblcokghiewwqmdpvxztapjiyzwjgzewumvbzymoraehpudjwtngqkdhhpsdfplwututnmrnyaumenebjmtnudgtiptniqydkzerwrzivvarvxdyloiydjezcnwmapsxeyyrmpzyhqamzbntchvbocjtblybccbsjljcrptlkyfulqhkthhuywgjjrkwjsavpivzhehfcimgefrztckmwgfbogmzdwjyhxujqzuokccchdqowroatfonrdgahjgqtjjilijbaauyobgckovjdhvdgaguettvvaoxarhpfrahecaekscqrigmarilirmmqqroicfypsmetgqaqbkehkmbnxspqzczwbernrmrisbggjwmjqasigrqxrfhcgpfbvmjaezdbwsnpfgsozvdvmhcekqppqvlnshoimlmzshmtdfvtuzlcanspbyoduuyholqckvbisqytkesfnvjwoxhpxmaqidjiasckuqvfhjxcfolmuyozvpvvdspscvbbaibijfrptwvkaokhhlxwbaoqgmefhcmbfkaortqfbnhivqogbtwmnmqnioksacpxxnfnfrqyqxqtfinxpjlwomrmjhlrrzwwqhiavciwmfiyzsipafpdhedmbfcdorxuozabibqpxugltodkkmumjchxorlnnwxxnsifebklmcuszksfeyxudrgpwhltquwfygjfxeumnplwybrcalhegmoqsintkpkcstbyerxpfcacafigxomwrqiwvirmdwmohcxxkevtauwmubjlyvawtoksayrkxzmwyxbsvovwudnmxdsaayrtnylfmxbezjqwtnufzspxjsztixvbymrsnekfomsrvequctstmimpxbzuxjfuimidiadvzdoeohzhbhcddxbsvdbineldbzmztthfrspfltmqzzsvfkqcuzybazsjdocavbxirjstyziomdzuhjuvyeqqxalwodnzveidliygkterhtahwpluenvkntodibqjwqkgghxhmliapyqenypcqzidhdnmedvoqvzgfgilwklxisyeahipytrakazfwgiuhcnwlwlyygdamkskvznkszwimytiyltcznhtplyjwadtqbftyhyrojnmtacmexsgpvmpdnzufwvpgujrybjjzeiuqjpenkqkgibjqsjpjifjizkeimvovpxfmbcsgkbqxjbnzdtuwkealhtlqnwhqcbkauoafzxizvtgznjufbbpmrvvdmjnbhknssptgsqvckzumufyhqpczunvmgiyajbiycftiyownjdjzbpfirgebvmrasqjaxmkdiftwgcfywvsumqsxahmvavaqnytzyfbxymungfhctorrkvvigqtimhvjtiwewuilsxiquhygrvadgifxkhfuubthmiiguimbybexpnjlmyltgjiziptezslembcicypgojbikawvtpznnnyltxpygxnmjdcxfwklsnwmdmbntgdhwpmfvehtdwlkqozyfmupsfbqgvhyediraaljgbjvveecwfsniyzecgyftngzmrpftczphgcvehgttwericyyslclqifvspnzrswrhersdznxnlhovrmkvsfbybltofvxoslleogrprjtgethjdvcuhnqgvjpwbmguwbjxjtgnayoknhudfqbxmfaqpplrnautvnmhqarubugukbeowfoeeiqmwcqdcwmplgbqnhpgfhgqvkuwjpzytszqhygjdysaybtkczquforcnxerbzwekvxloxgmozcmlajgslluadozymjwfjxuhxkkgbbawftokwbizsqicwuhaeynlizpbmdjwnyhhqsnsiaazeypwyelcthrureemetwxkgeetwdeybtiilaewaczownwmjvemnylzoljpfiajhwbpbzactoazuhewmzxtmhstifxgfcklcdzrhgkzrrozywcnslfftdlfvptcongccvuikmlsknqttucgnlqxplwdokahjnvvegiwqtbfsjbvdiusdfwuroshonbepzlqjxmcsnevwqhnpcsxlrqfbwggalhhwqqunrnfzhahqrbuerczaerihlkxedinltbrbvobxukjjvxmjzmpjvdsvuawdncgduahpcgkgjjoowrswqgwomcxacjxtogxjnfutvmmxohhpajipplydsxwvydgwomgnbxfywvmnlqezcqwfbsygyqrxoujjpeawonvvslnwlgyigvospivtnjiocdkovvjqhqkhefiwhnavnmheccfotxmzzhjtmiajedxnjxvjwnrbvxvedyfqpndblukjbjzobljrugixifjqkrcwbeemkkzpfjayiarutsanroyaztqmddssazmcpglsbnprkgaeppinuqdnorqjzcbnelzygcoldstkzvdgtkffkycgxzjrscpsoqomlqyuqpzfveafjfuuegyewhozecpqrmmtuxnruqvvnpipevvgmbitzeogemouvblwhvejsyvsypkeztuxcvtmvccaavcceribgnkvivlgvfncldnokqdavbenytwggcvfoqakwztjvjzeobbjfyatkaeidhizusppgcejauhfyvfhstodagsluufidcjhmzjrejejrdjqdyygomuydazmpuajwpplfgprgqxzruhenwxgwlphbhdlcwbgnkxnooovtxtuuolbgvieqyxdzyngkdaxuhgwzmgjjvylhavhtijfzvwdalxewsympoyvdhtlbchfgnexmmslcbrozsljwlxzkladmjibvyqpibpkwnxosrqhfqbmigkgxdtfnnsitxecihwisfonaejqeenboqxpqxbmdwzxjnodurnznaitbjikqaerbgkxdfjxnqyecqpqcnluezomtkvjprcqeaucgttwlpqeyfwenybcluxwzjvixlljnmpolktwnezewpiuwinsptbjqzplpeoeuwpehkycvrsslfznunjihtauplcipxmobnipqekegxmddzkepuqzoqepebgwmkuxipjbncgaskmzjhjnlokvxidvlbjgxsdtxiaikdmojrilepbdmokaouhekegpfjlhuywvgtbtozivvooplnnchlbkdvmrwwpkegczippokorcptixrudwszencxemdnxrgearvtddcukdvsrulnvmcnuojxynomtrteotpmdkiueivbdyfxvbakkbfnotanrsmdvmbaehqpumkejtessereyeshxgagprozlpunqanhwmitayqkdzqyhnieqosyrlidxxxcwlmolnvqopmrabpkyhdalcwfwpdheoxcfuiypwlfhbjuorrotjhajpeggfjcifmuzyszjxyfomvczltlhazrtfotejmekkiaegiguabubojhqyudxctegfanffokbotqlwjsertqbhdophqkdvjeiunidaalqfbkfbbaihaxjpxxtupkscgflwxczlelgomoltschhdhcxjqlcdstlhrjyujzdfwngoeygcncmeshjitqxspmddvlopvmgskeuikugtbvmikzdueglpuksbbwoeopqygziitejdkhkkgydngnyeqrcmamemltyqmtexvcyvqhygppmywkiraqyqwxxiamxqmeftidndwpmbpcschkmtvvklwvyihneyhvmtxbhgseskfdygnbqkrywllvwnhlymchoelulcoqznmyicooveiwwazqlnhlwozkoqyaezwyhzwdhilhsfollwbwvfmrllvrsnjqiocbdrixjzgnrszghicnmvqjjtpcnhwgpdqlsyrcbckhocgboecvpczbepewpnpjatirudtcurrtlbhrvreaymbekvmrzctyojkgnpcmyizauvudjxhssmamcuschcnqorjqybepptlerdgirzapuvsoeekmoitoszlwmyvtscagrhhtvlnrydcayhukhxgqfrcqfbjuiswvklnlygatspefmafailygnvgzhnvsgnsmbfsaugdbjermtlfsyvffqepucofzyjilohswbxhugzzihzxwnxwiwhlzpnzgoqvqzkbhhrendrcynnqmtodzgbmgrwgnqxqwtqtpyludmuvyjqzlkfnvzrhgchcivnxhpuibmlmongbjheekvvxrvjtsonvjlxkihomxkbsygzyvdvuehlewqoymiankekcgmgmtqrcvuogdezmdmyqsxzyhoyprcfyalbsoeypmgxgtbkgpixfrpqxqnbegajnwcfuamjqejefjqhzzvjzotgqgwbgtmklvmybvmcfpeljfbwpollltqxrgyrehnzvchijrokuoapwpeanmfjrwmgsvmzxwahupklojcbqkfeblphtuwbbapooynhmfdhjjhadgnvjpyizjduoeikzjsrkbjgioqxqhyakodcnlibewwuqjlzkmfybokfthpftnrmdjyctofsnpuexcarwrpstrehbrzjnzvsoislrkqlsbfnhpulvixxyhctijqybjppwfcvsqrgbssqkjcrthsufevxnutkuwgtyovfaygbacmzlngfanbhbmdllrtemqudxkpuaohmrcntsmalqjhmpmlbbntnsfwekgepnkyyalllxczymewubebxjikbceehkgyfognlejzsfoasfxudbxenvjqygbctqyqrwnxiwprooustcskdjhybhdgfuymymueshrugpwsuevxuydmolvatzpupybhtjfqtpcxkciwzqjverubkceqwefvyatrabcyrlpbvquvrcoosvailoclcffysasmgsvhepdlqvptdxtrvfqjdjctdskrosxsjojyqozzrosejsicvjbsmwepsuyxwkvidsjnhhmrscmveibviyhkcimdehpkonycqsobngmssvyittyeembauboalqokzfwvgxotgvgmkywoiifjvcyttrcqtpssrhdpdoqrfdwukqwzmshqdzohdycpisqjaktzvzmhneqsocpinxzrsrcwdmdimbcrlcmvppxvuufmbimvmmoawvhrecpmgdywwogmumnaziaybpxneytfxgqmjcrbnweofjbujsjbtqkjbpcfxuyvytmwupiozanbjyblgkfhecbdejkpsstpamsrmh@newsroom-development", "language": "en", "passages": [], "approvals": [], "changedAt": "2026-11-28T13:45:00.242325+00:00", "draftedAt": "2026-11-28T13:44:46.39618+00:00", "dismissals": [], "stageSince": "2026-11-28T13:44:46.39618+00:00", "fingerprint": "3f4c7d44ddfa5462f2c3bcc136cccd4829950b15a1b28bec119c567d61c5f5bb", "publication": {"status": "unpublished", "edition": 0}}', '2026-11-28 13:45:00.241061+00', 'Newsroom.Domain.Stories.Story', 2, 'over-limit'),
	('01a22265-c699-767f-8361-15063f7b2c88', '{"id": "01a22265-c699-767f-8361-15063f7b2c88", "desk": "town", "slug": "cannery-hotel-plan", "holds": [], "notes": [], "stage": "spiked", "authors": ["idris@newsroom-development"], "drafter": "idris@newsroom-development", "numbers": {"holds": 0, "notes": 0, "claims": 2, "quotes": 2}, "version": 9, "waivers": [], "language": "en", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 483, "start": 404}, "checks": [], "speaker": "conrad-leith-marsh", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:45.05801+00:00", "attribution": {"end": 507, "start": 484}, "carriedFrom": [], "fingerprint": "49e631e45f5f30b88323d1c4644cc9f6c2bf53ff4bc3652a08b6e61f8ff37eaf"}, {"id": "q2", "kind": "quote", "field": "body", "range": {"end": 1157, "start": 1084}, "checks": [], "speaker": "rowan-teale", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:45.066038+00:00", "attribution": {"end": 1185, "start": 1158}, "carriedFrom": [], "fingerprint": "bfe056ac9fbbe0f6a8138b93ab789c17fa9d8e21c3d1d8cb437fdad9e34d15e9"}, {"id": "c1", "kind": "claim", "field": "body", "range": {"end": 402, "start": 324}, "checks": [{"at": "2026-11-28T13:43:45.116465+00:00", "reason": "No company called Brae and Sound Hotels has ever been registered in the Isles, and none of the four councils knows of a hotel by it. The brochure’s pictures are of other people’s buildings.", "checker": "noor@newsroom-development", "verdict": "wrong", "version": 7, "standing": true, "fingerprint": "decf3378c04110a4bfcba1714c028e4f9587eeee09c4de9855097bf8c5083ddc"}], "markedBy": ["ana@newsroom-development"], "wordedAt": "2026-11-28T13:43:45.091151+00:00", "carriedFrom": [], "fingerprint": "decf3378c04110a4bfcba1714c028e4f9587eeee09c4de9855097bf8c5083ddc"}, {"id": "c2", "kind": "claim", "field": "body", "range": {"end": 775, "start": 713}, "checks": [{"at": "2026-11-28T13:43:45.122403+00:00", "reason": "Only Mr Leith-Marsh says so. The Trust will neither confirm nor deny that it has met him, and its board papers are silent.", "checker": "eirik@newsroom-development", "verdict": "unverifiable", "version": 8, "standing": true, "fingerprint": "5a2b3329c230434699230a5b6b31a095ea8cc07d8b365bd8ff420459adab327b"}], "markedBy": ["ana@newsroom-development"], "wordedAt": "2026-11-28T13:43:45.104624+00:00", "carriedFrom": [], "fingerprint": "5a2b3329c230434699230a5b6b31a095ea8cc07d8b365bd8ff420459adab327b"}], "approvals": [], "changedAt": "2026-11-28T13:43:45.234884+00:00", "draftedAt": "2026-11-28T13:43:45.049495+00:00", "dismissals": [], "stageSince": "2026-11-28T13:43:45.234884+00:00", "fingerprint": "47e4b454f56cc862cf8db5f2c1dd3b4ae3597380bfff512b130c5ce7ce7a2eea", "publication": {"status": "unpublished", "edition": 0}}', '2026-11-28 13:43:45.23198+00', 'Newsroom.Domain.Stories.Story', 9, 'cannery-hotel-plan'),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58', '{"id": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58", "desk": "culture", "slug": "harbour-lights-cinema", "holds": [], "notes": [{"at": "2026-11-28T13:43:44.830427+00:00", "by": "tomas@newsroom-development", "id": "n1", "text": "Where does £310,000 come from? Ms Pell told us, and nobody else has. We need the land register or the seller before this goes further.", "mustResolve": true}, {"at": "2026-11-28T13:43:44.835986+00:00", "by": "ana@newsroom-development", "id": "n2", "text": "A lovely line; keep it high. Is there a recording? Noor will ask.", "passage": "q1", "mustResolve": false}, {"at": "2026-11-28T13:43:45.042155+00:00", "by": "kit@newsroom-development", "id": "n3", "text": "I am away until 17 November. Liv has my notebook and the survey; building control rings back on Monday.", "mustResolve": false}], "stage": "drafting", "authors": ["kit@newsroom-development", "ana@newsroom-development", "liv@newsroom-development"], "drafter": "kit@newsroom-development", "numbers": {"holds": 0, "notes": 3, "claims": 0, "quotes": 1}, "version": 10, "waivers": [], "assignee": "liv@newsroom-development", "language": "en", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 463, "start": 380}, "checks": [], "speaker": "dorrit-pell", "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.810846+00:00", "attribution": {"end": 476, "start": 464}, "carriedFrom": [], "fingerprint": "d49e0abd302dc3f1e64475eff0eb0d2b7ccc318eeb259287037d9c1adfbed14c"}], "approvals": [], "changedAt": "2026-11-28T13:44:36.704593+00:00", "draftedAt": "2026-11-28T13:43:44.802814+00:00", "dismissals": [], "stageSince": "2026-11-28T13:43:44.880598+00:00", "fingerprint": "39bf0f47434632493db30e188101b5eea28e1f75a9d2089861ad74a4e7e1f8fa", "publication": {"status": "unpublished", "edition": 0}}', '2026-11-28 13:44:36.686159+00', 'Newsroom.Domain.Stories.Story', 10, 'harbour-lights-cinema'),
	('01a22265-be11-7ed0-b836-b821b5758d91', '{"id": "01a22265-be11-7ed0-b836-b821b5758d91", "desk": "town", "slug": "north-breakwater-vote", "holds": [], "notes": [], "stage": "drafting", "authors": ["idris@newsroom-development", "tomas@newsroom-development"], "drafter": "idris@newsroom-development", "numbers": {"holds": 0, "notes": 0, "claims": 2, "quotes": 2}, "version": 24, "waivers": [{"at": "2026-11-28T13:43:43.831419+00:00", "by": "hedda@newsroom-development", "gate": "claims-checked", "reason": "The berth log is public and Eirik counted it. Nobody else who reads it is in before the bulletin.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "language": "en", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 571, "start": 516}, "checks": [{"at": "2026-11-28T13:43:43.707858+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 8, "standing": true, "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}], "speaker": "marit-oyen", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:43.432767+00:00", "attribution": {"end": 598, "start": 572}, "carriedFrom": [], "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}, {"id": "q2", "kind": "quote", "field": "body", "range": {"end": 1506, "start": 1359}, "checks": [{"at": "2026-11-28T13:43:43.722667+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 9, "standing": true, "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}], "speaker": "rowan-teale", "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:43.464486+00:00", "attribution": {"end": 1357, "start": 1297}, "carriedFrom": [], "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}, {"id": "c1", "kind": "claim", "field": "body", "range": {"end": 263, "start": 195}, "checks": [{"at": "2026-11-28T13:43:43.737536+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 10, "standing": true, "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}, {"at": "2026-11-28T13:43:43.763209+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 12, "standing": true, "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}], "markedBy": ["idris@newsroom-development"], "wordedAt": "2026-11-28T13:43:43.530702+00:00", "carriedFrom": [], "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}, {"id": "c2", "kind": "claim", "field": "body", "range": {"end": 864, "start": 790}, "checks": [{"at": "2026-11-28T13:43:43.753711+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 11, "standing": true, "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "markedBy": ["ana@newsroom-development"], "wordedAt": "2026-11-28T13:43:43.551375+00:00", "carriedFrom": [], "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "approvals": [{"as": "editor", "at": "2026-11-28T13:43:43.897776+00:00", "by": "ana@newsroom-development", "version": 14, "standing": false, "fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}, {"as": "editor", "at": "2026-11-28T13:43:43.910863+00:00", "by": "tomas@newsroom-development", "version": 15, "standing": false, "fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}, {"as": "editor", "at": "2026-11-28T13:43:44.150377+00:00", "by": "ana@newsroom-development", "version": 22, "standing": true, "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}, {"as": "editor", "at": "2026-11-28T13:43:44.15964+00:00", "by": "sunniva@newsroom-development", "version": 23, "standing": true, "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}], "changedAt": "2026-11-28T13:43:44.227443+00:00", "draftedAt": "2026-11-28T13:43:42.893689+00:00", "dismissals": [], "stageSince": "2026-11-28T13:43:44.227443+00:00", "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2", "publication": {"status": "live", "edition": 2, "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}}', '2026-11-28 13:43:44.212277+00', 'Newsroom.Domain.Stories.Story', 24, 'north-breakwater-vote'),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', '{"id": "01a22265-c36f-7581-9cc8-e7fac932e48e", "desk": "harbour", "slug": "long-slip-notice", "holds": [], "notes": [{"at": "2026-11-28T13:43:44.438294+00:00", "by": "ana@newsroom-development", "id": "n1", "text": "“It” could be read as the council’s road or the whole yard, so I have put “[the slip]” into Ms Strand’s words. Noor, please listen again and see that this is what she meant.", "passage": "q3", "mustResolve": false}], "stage": "drafting", "authors": ["kit@newsroom-development", "ana@newsroom-development"], "drafter": "kit@newsroom-development", "numbers": {"holds": 0, "notes": 1, "claims": 2, "quotes": 3}, "version": 28, "waivers": [], "language": "en", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 1003, "start": 496}, "checks": [{"at": "2026-11-28T13:43:44.305611+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 8, "standing": true, "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b"}], "speaker": "tamsin-varley", "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.249105+00:00", "attribution": {"end": 464, "start": 397}, "carriedFrom": [], "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b"}, {"id": "q2", "kind": "quote", "field": "body", "range": {"end": 1175, "start": 1052}, "checks": [{"at": "2026-11-28T13:43:44.31327+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 9, "standing": true, "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9"}], "speaker": "aldous-keene", "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.259922+00:00", "attribution": {"end": 1214, "start": 1176}, "carriedFrom": [], "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9"}, {"id": "q3", "kind": "quote", "field": "body", "range": {"end": 1778, "start": 1643}, "checks": [{"at": "2026-11-28T13:43:44.321413+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 10, "standing": false, "fingerprint": "80f9c779c7aeb5a114089fc870bacfa137e7cf52400e52d5ad8d3f3dde8c86c5"}, {"at": "2026-11-28T13:44:31.276919+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 18, "standing": true, "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}], "speaker": "oona-strand", "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:44:32.690776+00:00", "attribution": {"end": 1841, "start": 1779}, "carriedFrom": [], "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}, {"id": "c1", "kind": "claim", "field": "body", "range": {"end": 395, "start": 318}, "checks": [{"at": "2026-11-28T13:43:44.329019+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 11, "standing": true, "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}], "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.275935+00:00", "carriedFrom": [], "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}, {"id": "c2", "kind": "claim", "field": "body", "range": {"end": 1362, "start": 1266}, "checks": [{"at": "2026-11-28T13:43:44.336455+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 12, "standing": true, "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}], "markedBy": ["kit@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.283237+00:00", "carriedFrom": [], "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}], "approvals": [{"as": "editor", "at": "2026-11-28T13:43:44.449573+00:00", "by": "tomas@newsroom-development", "version": 17, "standing": true, "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}, {"as": "editor", "at": "2026-11-28T13:44:33.769645+00:00", "by": "sunniva@newsroom-development", "version": 27, "standing": true, "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}], "changedAt": "2026-11-28T13:44:34.405271+00:00", "draftedAt": "2026-11-28T13:43:44.24009+00:00", "dismissals": [], "stageSince": "2026-11-28T13:44:34.405271+00:00", "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609", "publication": {"status": "live", "edition": 1, "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}}', '2026-11-28 13:44:34.403104+00', 'Newsroom.Domain.Stories.Story', 28, 'long-slip-notice'),
	('01a22265-c524-7938-8b05-c5bb2300df9e', '{"id": "01a22265-c524-7938-8b05-c5bb2300df9e", "desk": "norsk", "slug": "lesestuen-tollbodbrygga", "holds": [], "notes": [], "stage": "drafting", "authors": ["liv@newsroom-development", "sunniva@newsroom-development"], "drafter": "liv@newsroom-development", "numbers": {"holds": 0, "notes": 0, "claims": 2, "quotes": 3}, "version": 16, "waivers": [], "language": "nb", "passages": [{"id": "q1", "kind": "quote", "field": "body", "range": {"end": 486, "start": 421}, "checks": [{"at": "2026-11-28T13:43:44.740504+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 8, "standing": true, "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b"}], "speaker": "ragnhild-stavnes", "markedBy": ["liv@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.685081+00:00", "attribution": {"end": 509, "start": 488}, "carriedFrom": [], "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b"}, {"id": "q2", "kind": "quote", "field": "body", "range": {"end": 585, "start": 544}, "checks": [{"at": "2026-11-28T13:43:44.7467+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 9, "standing": true, "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b"}], "speaker": "ragnhild-stavnes", "markedBy": ["liv@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.691729+00:00", "attribution": {"end": 509, "start": 488}, "carriedFrom": [], "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b"}, {"id": "q3", "kind": "quote", "field": "body", "range": {"end": 1101, "start": 1039}, "checks": [{"at": "2026-11-28T13:43:44.752923+00:00", "checker": "eirik@newsroom-development", "verdict": "verified", "version": 10, "standing": true, "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5"}], "speaker": "marit-oyen", "markedBy": ["liv@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.698831+00:00", "attribution": {"end": 1127, "start": 1103}, "carriedFrom": [], "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5"}, {"id": "c1", "kind": "claim", "field": "body", "range": {"end": 419, "start": 349}, "checks": [{"at": "2026-11-28T13:43:44.759322+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 11, "standing": true, "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}], "markedBy": ["liv@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.706452+00:00", "carriedFrom": [], "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}, {"id": "c2", "kind": "claim", "field": "body", "range": {"end": 1037, "start": 957}, "checks": [{"at": "2026-11-28T13:43:44.766018+00:00", "checker": "noor@newsroom-development", "verdict": "verified", "version": 12, "standing": true, "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}], "markedBy": ["liv@newsroom-development"], "wordedAt": "2026-11-28T13:43:44.714782+00:00", "carriedFrom": [], "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}], "approvals": [{"as": "editor", "at": "2026-11-28T13:43:44.781676+00:00", "by": "tomas@newsroom-development", "version": 14, "standing": true, "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}, {"as": "editor", "at": "2026-11-28T13:43:44.78779+00:00", "by": "ana@newsroom-development", "version": 15, "standing": true, "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}], "changedAt": "2026-11-28T13:43:44.795186+00:00", "draftedAt": "2026-11-28T13:43:44.677012+00:00", "dismissals": [], "stageSince": "2026-11-28T13:43:44.795186+00:00", "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec", "publication": {"status": "live", "edition": 1, "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}}', '2026-11-28 13:43:44.793461+00', 'Newsroom.Domain.Stories.Story', 16, 'lesestuen-tollbodbrygga');

INSERT INTO newsroom.mt_doc_storycard VALUES
	('01a22265-be11-7ed0-b836-b821b5758d91', '{"id": "01a22265-be11-7ed0-b836-b821b5758d91", "desk": "town", "slug": "north-breakwater-vote", "ready": false, "stage": "drafting", "drafter": "idris@newsroom-development", "edition": 2, "version": 24, "blockers": [], "headline": "Council votes to rebuild the north breakwater", "language": "en", "speakers": ["marit-oyen", "rowan-teale"], "underWay": false, "changedAt": "2026-11-28T13:43:44.227443+00:00", "stageSince": "2026-11-28T13:43:44.227443+00:00"}', '2026-11-28 13:43:44.304981+00', '01a22265-c3ad-477d-8d83-010979405e59', 'Newsroom.Api.Desks.StoryCard', 'town', NULL, '2026-11-28 13:43:44.227443+00', 'drafting', false, '2026-11-28 13:43:44.227443+00'),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', '{"id": "01a22265-c36f-7581-9cc8-e7fac932e48e", "desk": "harbour", "slug": "long-slip-notice", "ready": false, "stage": "drafting", "drafter": "kit@newsroom-development", "edition": 1, "version": 28, "blockers": [], "headline": "Boatyard given until Christmas to leave the Long Slip", "language": "en", "speakers": ["tamsin-varley", "aldous-keene", "oona-strand"], "underWay": true, "changedAt": "2026-11-28T13:44:34.405271+00:00", "stageSince": "2026-11-28T13:44:34.405271+00:00"}', '2026-11-28 13:44:34.546164+00', '01a22266-87f2-4704-a593-6992be20e159', 'Newsroom.Api.Desks.StoryCard', 'harbour', NULL, '2026-11-28 13:44:34.405271+00', 'drafting', true, '2026-11-28 13:44:34.405271+00'),
	('01a22265-c44c-7de5-9401-33d061e6374a', '{"id": "01a22265-c44c-7de5-9401-33d061e6374a", "desk": "harbour", "slug": "ferry-drill-logs", "ready": false, "stage": "in-review", "drafter": "idris@newsroom-development", "edition": 0, "version": 14, "blockers": [{"gate": "claims-checked", "reasons": 1}, {"gate": "approvals", "reasons": 2}, {"gate": "legal-clearance", "reasons": 1}, {"gate": "no-holds", "reasons": 1}], "headline": "Ferry crews question the record of lifeboat drills", "language": "en", "speakers": ["brigid-tarn", "lorcan-ashby"], "underWay": true, "changedAt": "2026-11-28T13:43:44.667842+00:00", "stageSince": "2026-11-28T13:43:44.509074+00:00"}', '2026-11-28 13:43:44.72851+00', '01a22265-c557-4f23-9b50-8ac7fe771e7c', 'Newsroom.Api.Desks.StoryCard', 'harbour', NULL, '2026-11-28 13:43:44.667842+00', 'in-review', true, '2026-11-28 13:43:44.509074+00'),
	('01a22265-c524-7938-8b05-c5bb2300df9e', '{"id": "01a22265-c524-7938-8b05-c5bb2300df9e", "desk": "norsk", "slug": "lesestuen-tollbodbrygga", "ready": false, "stage": "drafting", "drafter": "liv@newsroom-development", "edition": 1, "version": 16, "blockers": [], "headline": "Lesestuen på Tollbodbrygga får bli", "language": "nb", "speakers": ["ragnhild-stavnes", "marit-oyen"], "underWay": false, "changedAt": "2026-11-28T13:43:44.795186+00:00", "stageSince": "2026-11-28T13:43:44.795186+00:00"}', '2026-11-28 13:43:44.828595+00', '01a22265-c5bc-4fd0-983f-af17f511e7fc', 'Newsroom.Api.Desks.StoryCard', 'norsk', NULL, '2026-11-28 13:43:44.795186+00', 'drafting', false, '2026-11-28 13:43:44.795186+00'),
	('01a22265-c699-767f-8361-15063f7b2c88', '{"id": "01a22265-c699-767f-8361-15063f7b2c88", "desk": "town", "slug": "cannery-hotel-plan", "ready": false, "stage": "spiked", "drafter": "idris@newsroom-development", "edition": 0, "version": 9, "blockers": [{"gate": "quotes-verified", "reasons": 2}, {"gate": "claims-checked", "reasons": 2}, {"gate": "approvals", "reasons": 2}], "headline": "Hotel of 120 rooms planned for the old cannery", "language": "en", "speakers": ["conrad-leith-marsh", "rowan-teale"], "underWay": true, "changedAt": "2026-11-28T13:43:45.234884+00:00", "stageSince": "2026-11-28T13:43:45.234884+00:00"}', '2026-11-28 13:43:45.253604+00', '01a22265-c765-417d-b842-2bc075bbc6e3', 'Newsroom.Api.Desks.StoryCard', 'town', NULL, '2026-11-28 13:43:45.234884+00', 'spiked', true, '2026-11-28 13:43:45.234884+00'),
	('01a22266-b63b-728a-ab3c-f788642a406b', '{"id": "01a22266-b63b-728a-ab3c-f788642a406b", "desk": "harbour", "slug": "over-limit", "ready": false, "stage": "drafting", "drafter": "idris@newsroom-development", "edition": 0, "version": 1, "blockers": [{"gate": "quotes-attributed", "reasons": 1}, {"gate": "approvals", "reasons": 2}], "headline": "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 w79 w80 w81 w82 w83 w84 w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 w120 w121 w122 w123 w124 w125 w126 w127 w128 w129 w130 w131 w132 w133 w134 w135 w136 w137 w138 w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 w158 w159 w160 w161 w162 w163 w164 w165 w166 w167 w168 w169 w170 w171 w172 w173 w174 w175 w176 w177 w178 w179 w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199 w200 w201 w202 w203 w204 w205 w206 w207 w208 w209 w210 w211 w212 w213 w214 w215 w216 w217 w218 w219 w220 w221 w222 w223 w224 w225 w226 w227 w228 w229 w230 w231 w232 w233 w234 w235 w236 w237 w238 w239 w240 w241 w242 w243 w244 w245 w246 w247 w248 w249 w250 w251 w252 w253 w254 w255 w256 w257 w258 w259 w260 w261 w262 w263 w264 w265 w266 w267 w268 w269 w270 w271 w272 w273 w274 w275 w276 w277 w278 w279 w280 w281 w282 w283 w284 w285 w286 w287 w288 w289 w290 w291 w292 w293 w294 w295 w296 w297 w298 w299 w300 w301 w302 w303 w304 w305 w306 w307 w308 w309 w310 w311 w312 w313 w314 w315 w316 w317 w318 w319 w320 w321 w322 w323 w324 w325 w326 w327 w328 w329 w330 w331 w332 w333 w334 w335 w336 w337 w338 w339 w340 w341 w342 w343 w344 w345 w346 w347 w348 w349 w350 w351 w352 w353 w354 w355 w356 w357 w358 w359 w360 w361 w362 w363 w364 w365 w366 w367 w368 w369 w370 w371 w372 w373 w374 w375 w376 w377 w378 w379 w380 w381 w382 w383 w384 w385 w386 w387 w388 w389 w390 w391 w392 w393 w394 w395 w396 w397 w398 w399 w400 w401 w402 w403 w404 w405 w406 w407 w408 w409 w410 w411 w412 w413 w414 w415 w416 w417 w418 w419 w420 w421 w422 w423 w424 w425 w426 w427 w428 w429 w430 w431 w432 w433 w434 w435 w436 w437 w438 w439 w440 w441 w442 w443 w444 w445 w446 w447 w448 w449 w450 w451 w452 w453 w454 w455 w456 w457 w458 w459 w460 w461 w462 w463 w464 w465 w466 w467 w468 w469 w470 w471 w472 w473 w474 w475 w476 w477 w478 w479 w480 w481 w482 w483 w484 w485 w486 w487 w488 w489 w490 w491 w492 w493 w494 w495 w496 w497 w498 w499", "language": "en", "speakers": [], "underWay": true, "changedAt": "2026-11-28T13:44:46.39618+00:00", "stageSince": "2026-11-28T13:44:46.39618+00:00"}', '2026-11-28 13:44:46.41792+00', '01a22266-b651-4083-a21c-e11644c9969c', 'Newsroom.Api.Desks.StoryCard', 'harbour', NULL, '2026-11-28 13:44:46.39618+00', 'drafting', true, '2026-11-28 13:44:46.39618+00'),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58', '{"id": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58", "desk": "culture", "slug": "harbour-lights-cinema", "ready": false, "stage": "drafting", "drafter": "kit@newsroom-development", "edition": 0, "version": 10, "assignee": "liv@newsroom-development", "blockers": [{"gate": "quotes-attributed", "reasons": 3}, {"gate": "quotes-verified", "reasons": 1}, {"gate": "approvals", "reasons": 2}, {"gate": "notes-resolved", "reasons": 1}], "headline": "Pier cinema may open again by spring", "language": "en", "speakers": ["dorrit-pell"], "underWay": true, "changedAt": "2026-11-28T13:44:36.704593+00:00", "stageSince": "2026-11-28T13:43:44.880598+00:00"}', '2026-11-28 13:44:36.736781+00', '01a22266-9080-445b-a831-dcb5eb2e16a0', 'Newsroom.Api.Desks.StoryCard', 'culture', 'liv@newsroom-development', '2026-11-28 13:44:36.704593+00', 'drafting', true, '2026-11-28 13:43:44.880598+00');

INSERT INTO newsroom.mt_doc_storytext VALUES
	('01a22265-be11-7ed0-b836-b821b5758d91', '{"id": "01a22265-be11-7ed0-b836-b821b5758d91", "article": {"body": "Skelhaven’s north breakwater is to be rebuilt at a cost of £6.4 million, after councillors decided on Monday night to borrow the town’s share rather than wait another year for a national grant.\n\nThe motion was carried by eight votes to five, with two abstentions. Some forty residents stayed in the gallery of the Custom House for the whole of the three-hour debate, which ended shortly before eleven o’clock.\n\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\n“We can pay for a wall now or pay for a harbour later,” said the mayor, Marit Øyen, who moved the motion.\n\nThe sea broke through on the night of 14 January, when a north-easterly gale met a spring tide. It left a gap of 31 metres between the old lamp and the pilots’ steps. The harbour office has closed the outer berths on 87 days since the storm. Before it, they had been closed on four days in ten years.\n\nOf the total, £4.1 million will come from the Skel Isles Harbour Fund, under an agreement signed in August. The council will borrow the remaining £2.3 million over 20 years at 4.6 per cent. The treasurer’s paper puts the cost at about £41 a year for each of the town’s 4,250 households.\n\nOpponents wanted to apply first to the coastal grant scheme, which reopens in June. Councillor Rowan Teale, who leads the Ratepayers Group, said: “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”\n\nTenders open on 3 November and close on 12 December. The design, by the harbour office’s own engineers, calls for 18,000 tonnes of stone, to be brought by barge from the quarry at Garrow so that no lorries need cross the swing bridge. The gap is to be closed by the end of September, before the autumn gales.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October 2025", "headline": "Council votes to rebuild the north breakwater", "standfirst": "Work on the £6.4 million repair is to begin in April, fifteen months after the January storm opened a gap of 31 metres"}, "wordedIn": 20, "bodyBlame": {"seams": [{"at": 227, "author": "idris@newsroom-development", "version": 2}, {"at": 232, "author": "idris@newsroom-development", "version": 2}, {"at": 1103, "author": "tomas@newsroom-development", "version": 17}, {"at": 1104, "author": "tomas@newsroom-development", "version": 17}, {"at": 1507, "author": "tomas@newsroom-development", "version": 20}], "spans": [{"author": "idris@newsroom-development", "length": 227, "movers": [], "version": 1}, {"author": "idris@newsroom-development", "length": 5, "movers": [], "version": 2}, {"author": "idris@newsroom-development", "length": 179, "movers": [], "version": 1}, {"author": "idris@newsroom-development", "length": 104, "movers": ["tomas@newsroom-development"], "version": 1}, {"author": "tomas@newsroom-development", "length": 1, "movers": [], "version": 20}, {"author": "idris@newsroom-development", "length": 587, "movers": [], "version": 1}, {"author": "tomas@newsroom-development", "length": 1, "movers": [], "version": 17}, {"author": "idris@newsroom-development", "length": 713, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 45, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 118, "movers": [], "version": 1}]}}', '2026-11-28 13:43:44.123113+00', 'Newsroom.Domain.Stories.StoryText', 20),
	('01a22265-c44c-7de5-9401-33d061e6374a', '{"id": "01a22265-c44c-7de5-9401-33d061e6374a", "article": {"body": "Skel Sound Ferries recorded lifeboat drills on days when, by its own rosters, the ship concerned had too few hands aboard to hold one, documents seen by the *Lantern* suggest.\n\nThe company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year. The Isles Maritime Office requires that number of any ship licensed for more than 200 passengers, and requires eleven hands to take part in each.\n\nRosters for the same year were passed to this newspaper by two members of the crew. On nine of those 26 days fewer than the required eleven hands were signed on. On one of them, 17 February, the roster names six.\n\n“Our members are being asked to sign for drills they did not see,” said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers. She said that four of them had refused to do so since the summer, and that none had been disciplined.\n\nThe company denies that any entry is false. Lorcan Ashby, its managing director, said: “Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.” He said that the rosters were planning sheets, drawn up a month ahead and often overtaken by sickness and weather.\n\nThe *Merganser*, built in 2003, makes four crossings a day to Garrow in winter and seven in summer. She carried 203,000 passengers on the route last year. No passenger has been hurt in an accident aboard her since she came into service.\n\nThe Isles Maritime Office confirmed that it had written to the company on 3 November to ask for the log and the rosters for 2023 and 2024. It said that it would inspect the ship, as it does every year, before the end of this month, and that it would ask the crew to hold a drill while its officers were aboard.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 11 November 2025", "headline": "Ferry crews question the record of lifeboat drills", "standfirst": "Skel Sound Ferries logged a drill for every fortnight of last year. Rosters seen by the Lantern do not all agree with the log"}, "wordedIn": 1, "bodyBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 1791, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 50, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 125, "movers": [], "version": 1}]}}', '2026-11-28 13:43:44.461661+00', 'Newsroom.Domain.Stories.StoryText', 1),
	('01a22265-c524-7938-8b05-c5bb2300df9e', '{"id": "01a22265-c524-7938-8b05-c5bb2300df9e", "article": {"body": "Den norske lesestuen blir værende i huset på Tollbodbrygga, der den har holdt til siden 1884. Fredag kveld undertegnet foreningen og Havnestiftelsen en ny leieavtale på 25 år.\n\nStiftelsen varslet i august at leien ville bli doblet fra nyttår. Nå betaler foreningen i stedet et innskudd én gang for alle, mot at leien holdes uendret i hele perioden. Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.\n\n«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul», sier Ragnhild Stavnes, som har ledet lesestuen i 16 år. «Nå kan vi bestille nye hyller i stedet.»\n\nSamlingen teller 9 200 bind. Blant dem er 140 skipsdagbøker, de fleste skjenket av familier som kom hit med seilskutene. Den eldste er fra skonnerten «Lomvi» og begynner i mai 1851. Dagbøkene har vært lest av forskere fra tre land, men aldri vært utlånt.\n\nHuset trenger nytt tak. En takstmann som har undersøkt bjelkene for foreningen, anslår kostnaden til 52 000 pund. Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.\n\n«Et bibliotek er ikke en utgift for en havneby, det er et fyr», sier ordfører Marit Øyen, som selv lærte å lese norsk på Tollbodbrygga.\n\nIkke alle var enige. De fire som stemte imot, mente at pengene først burde gå til moloen, som stormen slo hull på i januar. Bystyret vedtok tre uker senere å bygge den opp igjen.\n\nArbeidet på taket begynner i mars og skal være ferdig til 17. mai. I mellomtiden flyttes skipsdagbøkene til kjelleren i Tollboden, der luften er tørr. Lesestuen holder ellers åpent som før, tirsdag til lørdag.\n\nLørdag 8. november er det åpent hus fra kl. 11 til 16. Barna får høre sagnet om sjøormen i sundet, og de som vil, kan skrive navnet sitt på en av hyllene som skal bygges.\n", "byline": "Liv Tangerud", "dateline": "Skelhaven, 3. november 2025", "headline": "Lesestuen på Tollbodbrygga får bli", "standfirst": "Etter to måneders innsamling er leieavtalen fornyet til 2050, og byen betaler halve taket"}, "wordedIn": 13, "bodyBlame": {"seams": [{"at": 1618, "author": "sunniva@newsroom-development", "version": 13}, {"at": 1620, "author": "sunniva@newsroom-development", "version": 13}], "spans": [{"author": "liv@newsroom-development", "length": 1618, "movers": [], "version": 1}, {"author": "sunniva@newsroom-development", "length": 2, "movers": [], "version": 13}, {"author": "liv@newsroom-development", "length": 118, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "liv@newsroom-development", "length": 34, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "liv@newsroom-development", "length": 89, "movers": [], "version": 1}]}}', '2026-11-28 13:43:44.772372+00', 'Newsroom.Domain.Stories.StoryText', 13),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', '{"id": "01a22265-c36f-7581-9cc8-e7fac932e48e", "article": {"body": "The last yard in Skelhaven that still builds in wood has been told to leave the Long Slip by 24 December, so that the Harbour Trust can pave the ground for 64 ferry cars.\n\nNotice was served on Varley and Daughter on 20 October. The yard, which employs seven people and two apprentices, has rented the slip since 1931. Its lease ran out in 2019 and has since been renewed from quarter to quarter.\n\nTamsin Varley, who took over the yard from her mother in 2008, said of the meeting that followed:\n\n“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.”\n\nThe Trust says that the yard had fair warning. “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” said Aldous Keene, its chief executive. Ms Varley does not dispute that the letter came.\n\nCars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100. On eleven Saturdays this summer the queue for the Garrow boat reached back over the swing bridge. The Trust’s board papers describe the new parking as “interim”, though they give no date for its end.\n\nBoats of more than ten tonnes have no other slip between Skelhaven and Garrow. “If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” said Oona Strand, who chairs the Skelhaven Inshore Association. Its 38 members are to meet at the Net Loft on 13 November.\n\nThe council owns the road to the slip but not the slip itself, and has no vote in the matter.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 6 November 2025", "headline": "Boatyard given until Christmas to leave the Long Slip", "standfirst": "The Harbour Trust wants the ground for ferry cars. The yard that has worked there since 1931 says it has nowhere else to haul out"}, "wordedIn": 23, "bodyBlame": {"seams": [{"at": 1647, "author": "ana@newsroom-development", "version": 13}, {"at": 1657, "author": "ana@newsroom-development", "version": 13}, {"at": 1664, "author": "ana@newsroom-development", "version": 23}, {"at": 1669, "author": "ana@newsroom-development", "version": 23}], "spans": [{"author": "kit@newsroom-development", "length": 1647, "movers": [], "version": 1}, {"author": "ana@newsroom-development", "length": 10, "movers": [], "version": 13}, {"author": "kit@newsroom-development", "length": 7, "movers": [], "version": 1}, {"author": "ana@newsroom-development", "length": 5, "movers": [], "version": 23}, {"author": "kit@newsroom-development", "length": 328, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "kit@newsroom-development", "length": 53, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "kit@newsroom-development", "length": 129, "movers": [], "version": 1}]}}', '2026-11-28 13:44:32.684382+00', 'Newsroom.Domain.Stories.StoryText', 26),
	('01a22265-c699-767f-8361-15063f7b2c88', '{"id": "01a22265-c699-767f-8361-15063f7b2c88", "article": {"body": "The old cannery on North Quay would become a hotel of 120 rooms, with a glass roof over the former gutting hall, under an application lodged with the council on Tuesday.\n\nThe applicant, Brae and Sound Hotels, puts the cost at £22 million. It says that work could begin next summer and that the hotel would employ 85 people. The company has built four hotels on the northern coast in the past ten years.\n\n“Skelhaven has the best unused building in the Isles, and we intend to use it,” said Conrad Leith-Marsh, who gave his post as director of development.\n\nThe cannery closed in 1994 with the loss of 210 jobs. It has since served as a net store, for two winters as an ice rink and, since 2016, as nothing at all. The Harbour Trust, which owns it, has agreed terms for a sale. The Trust’s office did not answer its telephone on Thursday or Friday.\n\nDrawings at the Custom House show five storeys on the quay side, one more than the customs store next door, and 40 parking places where the ice plant stood. A footbridge would cross the slip to the pier. The “heritage wing” is a café.\n\n“I shall want to see who is behind it before I want to see the drawings,” said Councillor Rowan Teale, who sits on the planning committee.\n\nThe application, number 25/0417, can be seen at the Custom House until 18 November. If no more than ten objections are received it may be decided by officers. Otherwise it goes to the committee, which next meets on 4 December.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 24 October 2025", "headline": "Hotel of 120 rooms planned for the old cannery", "standfirst": "An application lodged this week would put a glass roof over the gutting hall and five storeys on North Quay"}, "wordedIn": 1, "bodyBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 1451, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 46, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 107, "movers": [], "version": 1}]}}', '2026-11-28 13:43:45.050456+00', 'Newsroom.Domain.Stories.StoryText', 1),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58', '{"id": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58", "article": {"body": "The Harbour Lights, the picture house at the landward end of the pier, has been sold to a local baker who says that it will be showing films again by the end of March.\n\nDorrit Pell, who runs three bakeries in the town, bought the building in September for £310,000. She plans to reopen the stalls, with 180 seats, and to keep the balcony shut until its floor has been made good.\n\n“I have had flour in my hair for thirty years and I would like a seat in the dark,” said Ms Pell on Thursday, standing beside a bucket in the foyer. “The roof is the job. The rest is carpets and paint.”\n\nThe cinema opened in 1928 and closed on 11 November 2022, halfway through a matinee, when the boiler failed. The bill of that afternoon is still in the case by the door: “The Keeper Of Garrow Light”, a film made in the town in 1961 and shown every autumn since.\n\nA survey made for the seller puts the cost of a new roof at £94,000. Ms Pell has applied to the town’s Pier Fund for half of it. The trustees meet on 25 November.\n\nThe Friends of the Harbour Lights have offered to strip and cover the seats themselves. They have 162 members and a borrowed sewing machine, according to their secretary, Percival Noakes. “We do not mind what is on,” he said. “We mind that it is dark.”\n\nTickets are to cost £7, or £3 for anyone under 16, on five evenings a week. On Saturday mornings there will be films for children, with buns.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 7 November 2025", "headline": "Pier cinema may open again by spring", "standfirst": "The Harbour Lights has been dark since its boiler failed three years ago. A local baker has bought it and wants 180 seats back in use"}, "wordedIn": 10, "bodyBlame": {"seams": [{"at": 1109, "author": "liv@newsroom-development", "version": 10}, {"at": 1112, "author": "liv@newsroom-development", "version": 10}, {"at": 1286, "author": "ana@newsroom-development", "version": 9}, {"at": 1287, "author": "ana@newsroom-development", "version": 9}], "spans": [{"author": "kit@newsroom-development", "length": 1109, "movers": [], "version": 1}, {"author": "liv@newsroom-development", "length": 3, "movers": [], "version": 10}, {"author": "kit@newsroom-development", "length": 174, "movers": [], "version": 1}, {"author": "ana@newsroom-development", "length": 1, "movers": [], "version": 9}, {"author": "kit@newsroom-development", "length": 120, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "kit@newsroom-development", "length": 36, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": [{"author": "kit@newsroom-development", "length": 133, "movers": [], "version": 1}]}}', '2026-11-28 13:44:36.686159+00', 'Newsroom.Domain.Stories.StoryText', 10),
	('01a22266-b63b-728a-ab3c-f788642a406b', '{"id": "01a22266-b63b-728a-ab3c-f788642a406b", "article": {"body": "The pier is “closed for the whole of the winter season”, she said.", "byline": "", "dateline": "", "headline": "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 w79 w80 w81 w82 w83 w84 w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 w120 w121 w122 w123 w124 w125 w126 w127 w128 w129 w130 w131 w132 w133 w134 w135 w136 w137 w138 w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 w158 w159 w160 w161 w162 w163 w164 w165 w166 w167 w168 w169 w170 w171 w172 w173 w174 w175 w176 w177 w178 w179 w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199 w200 w201 w202 w203 w204 w205 w206 w207 w208 w209 w210 w211 w212 w213 w214 w215 w216 w217 w218 w219 w220 w221 w222 w223 w224 w225 w226 w227 w228 w229 w230 w231 w232 w233 w234 w235 w236 w237 w238 w239 w240 w241 w242 w243 w244 w245 w246 w247 w248 w249 w250 w251 w252 w253 w254 w255 w256 w257 w258 w259 w260 w261 w262 w263 w264 w265 w266 w267 w268 w269 w270 w271 w272 w273 w274 w275 w276 w277 w278 w279 w280 w281 w282 w283 w284 w285 w286 w287 w288 w289 w290 w291 w292 w293 w294 w295 w296 w297 w298 w299 w300 w301 w302 w303 w304 w305 w306 w307 w308 w309 w310 w311 w312 w313 w314 w315 w316 w317 w318 w319 w320 w321 w322 w323 w324 w325 w326 w327 w328 w329 w330 w331 w332 w333 w334 w335 w336 w337 w338 w339 w340 w341 w342 w343 w344 w345 w346 w347 w348 w349 w350 w351 w352 w353 w354 w355 w356 w357 w358 w359 w360 w361 w362 w363 w364 w365 w366 w367 w368 w369 w370 w371 w372 w373 w374 w375 w376 w377 w378 w379 w380 w381 w382 w383 w384 w385 w386 w387 w388 w389 w390 w391 w392 w393 w394 w395 w396 w397 w398 w399 w400 w401 w402 w403 w404 w405 w406 w407 w408 w409 w410 w411 w412 w413 w414 w415 w416 w417 w418 w419 w420 w421 w422 w423 w424 w425 w426 w427 w428 w429 w430 w431 w432 w433 w434 w435 w436 w437 w438 w439 w440 w441 w442 w443 w444 w445 w446 w447 w448 w449 w450 w451 w452 w453 w454 w455 w456 w457 w458 w459 w460 w461 w462 w463 w464 w465 w466 w467 w468 w469 w470 w471 w472 w473 w474 w475 w476 w477 w478 w479 w480 w481 w482 w483 w484 w485 w486 w487 w488 w489 w490 w491 w492 w493 w494 w495 w496 w497 w498 w499", "standfirst": ""}, "wordedIn": 1, "bodyBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 66, "movers": [], "version": 1}]}, "headlineBlame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 2389, "movers": [], "version": 1}]}, "standfirstBlame": {"seams": [], "spans": []}}', '2026-11-28 13:44:46.397028+00', 'Newsroom.Domain.Stories.StoryText', 1);

INSERT INTO newsroom.mt_event_progression VALUES
	('ledger:All', 137, '2026-11-28 13:45:00.352959+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('worklists:All', 136, '2026-11-28 13:44:46.41792+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterAllocationFence', 137, '2026-11-28 13:45:25.345311+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterMark', 137, '2026-11-28 13:45:25.363947+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterStuckGap', 122, '2026-11-28 13:44:31.957455+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('keyframes:All', 137, '2026-11-28 13:45:00.350971+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('audit:All', 137, '2026-11-28 13:45:00.350903+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO newsroom.mt_events VALUES
	(1, '7a68f695-d237-404f-881d-ccc163635df9', '246e0728-ca01-a705-948b-26127d81944a', 1, '{"id": "idris@newsroom-development", "name": "Idris Penhale", "roles": ["reporter"]}', NULL, 'person_described', '2026-11-28 13:43:41.722106+00', '*DEFAULT*', '', 'abf59e47e80a4cfda437c064f3a9dd57', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(2, 'ff6626d3-b90e-438f-8568-3bc93438c16f', 'e55fb4ee-4e92-d384-9ec4-fd0664ba3fa9', 1, '{"id": "kit@newsroom-development", "name": "Kit Oyelaran", "roles": ["reporter"]}', NULL, 'person_described', '2026-11-28 13:43:41.912194+00', '*DEFAULT*', '', 'a08ae2b1f79bfdc0a8f042724f143cb5', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(3, '335922f1-2a4c-438c-b236-3649c252c05f', '4a9432db-4b65-58f6-1dec-64ce0710edd1', 1, '{"id": "liv@newsroom-development", "name": "Liv Tangerud", "roles": ["reporter"]}', NULL, 'person_described', '2026-11-28 13:43:41.967858+00', '*DEFAULT*', '', 'f6c578f5cdef2de0a0dbae1ca150e370', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(4, '17751704-a43c-4667-90a4-03e6da66fbc5', 'bb855ec2-2bd4-8076-216b-11d31174443b', 1, '{"id": "ana@newsroom-development", "name": "Ana Lindqvist", "roles": ["editor"]}', NULL, 'person_described', '2026-11-28 13:43:42.026394+00', '*DEFAULT*', '', 'c59c48470994d8b9ad40bc85eb63bfdf', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(5, '0d559ff7-7b6d-46b6-b317-f9ea54258819', 'b61cfeb8-3bd0-21cd-2fc3-ad592982d4e6', 1, '{"id": "tomas@newsroom-development", "name": "Tomas Reyne", "roles": ["editor"]}', NULL, 'person_described', '2026-11-28 13:43:42.045996+00', '*DEFAULT*', '', '7c6c7428af0979bb522a29b36ea62c9c', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(6, 'adfd5d25-2dc4-4615-81e9-4d29be71d91c', 'eb188288-bb99-c7a0-6c6f-7a81eb69e5cb', 1, '{"id": "sunniva@newsroom-development", "name": "Sunniva Aalberg", "roles": ["editor", "fact-checker"]}', NULL, 'person_described', '2026-11-28 13:43:42.052182+00', '*DEFAULT*', '', '8187dfb5a9a5a1ce7c88b879cc664988', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(7, '887001f0-dc0e-488e-9ecf-72df9d8e8f4f', 'dcf8b650-2314-d9b7-efb3-c946bfd33f8b', 1, '{"id": "noor@newsroom-development", "name": "Noor Haddon", "roles": ["fact-checker"]}', NULL, 'person_described', '2026-11-28 13:43:42.057226+00', '*DEFAULT*', '', '3f108fccc40080eaaf980d53dac60a54', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(8, '64443239-fcca-4a4d-87a0-2a9a06277625', 'fea3e1df-6edf-1ec1-4a9b-288c07442d7d', 1, '{"id": "eirik@newsroom-development", "name": "Eirik Sundgard", "roles": ["fact-checker"]}', NULL, 'person_described', '2026-11-28 13:43:42.061792+00', '*DEFAULT*', '', 'b9fcaaf256023e9cbce3ec709754b5dc', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(9, 'd028f355-6346-4362-893b-f540dabd81dc', 'aefbde70-5fa1-367e-4999-53947a45bcfe', 1, '{"id": "petra@newsroom-development", "name": "Petra Vance", "roles": ["legal"]}', NULL, 'person_described', '2026-11-28 13:43:42.06631+00', '*DEFAULT*', '', '73f74b9d76666d4ebc5891298c713bd7', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(10, '5f832682-8714-4bf6-bce0-c930e2d8e312', 'f43483c7-f75c-aba4-52a3-cf9af697b026', 1, '{"id": "magnus@newsroom-development", "name": "Magnus Tarrow", "roles": ["publisher"]}', NULL, 'person_described', '2026-11-28 13:43:42.071018+00', '*DEFAULT*', '', '9d1f532d1cdfa0f42f3fd172a789b436', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(11, '000955e5-5e02-4fe5-ae4e-eb3fae3cc088', '1923ddb6-66b6-8946-36ba-9b27e00f0b2b', 1, '{"id": "hedda@newsroom-development", "name": "Hedda Quill", "roles": ["chief-editor"]}', NULL, 'person_described', '2026-11-28 13:43:42.075585+00', '*DEFAULT*', '', 'ea6699259b85b4e4df8a300982b5f3db', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(12, '79f3f8b6-fbe4-4675-8585-169d324e830f', '40ae4ffa-19c9-33d1-8a31-5c8dc341410f', 1, '{"id": "wilma@newsroom-development", "name": "Wilma Osei", "roles": ["auditor"]}', NULL, 'person_described', '2026-11-28 13:43:42.079971+00', '*DEFAULT*', '', '15dc856aad447b53fcb91924cc7014fd', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(13, '8e95df9b-c48d-436c-a97a-64e473d17372', 'c4a7a570-c1bf-4851-a7f1-b7a13aeb6eb9', 1, '{"id": "jonas@newsroom-development", "name": "Jonas Thrale", "roles": ["admin"]}', NULL, 'person_described', '2026-11-28 13:43:42.084177+00', '*DEFAULT*', '', '47e892af87a22490c0cc63894e2ccc6f', 'describe-person', 'null', 'jonas@newsroom-development', false),
	(14, 'ac81f534-5821-41a6-8d6a-bfcba7d0afaa', 'd2440d84-19b0-d960-502f-fc7e611bce55', 1, '{"desk": {"id": "town", "name": "Town", "language": "en"}}', NULL, 'desk_defined', '2026-11-28 13:43:42.155445+00', '*DEFAULT*', '', 'd665730c1f9a7c0d27b4a2633d9eae60', 'define-desk', 'null', 'jonas@newsroom-development', false),
	(15, '385c850a-6ee7-4176-84a5-fe92aab598a8', '2a93cebb-2241-effc-e963-83216d8a591b', 1, '{"desk": {"id": "harbour", "name": "Harbour", "language": "en"}}', NULL, 'desk_defined', '2026-11-28 13:43:42.171626+00', '*DEFAULT*', '', 'e30e15b7a8bfe6faa0c80919ff9f595d', 'define-desk', 'null', 'jonas@newsroom-development', false),
	(16, '0fe2ae7c-7162-4bf9-b2e0-966b3c345e9d', 'ea439da5-2b64-d4d7-604b-4fea308dbc50', 1, '{"desk": {"id": "culture", "name": "Culture and Sport", "language": "en"}}', NULL, 'desk_defined', '2026-11-28 13:43:42.178334+00', '*DEFAULT*', '', 'fde8bc93965af6b661ffef803f562f69', 'define-desk', 'null', 'jonas@newsroom-development', false),
	(17, '5875eb24-38b4-4679-b08f-f469ec6e738f', 'e982f673-bf91-c19f-d75f-99af389968a2', 1, '{"desk": {"id": "norsk", "name": "Norsk", "language": "nb"}}', NULL, 'desk_defined', '2026-11-28 13:43:42.184088+00', '*DEFAULT*', '', '7049ffeb1d962d48c6ff655e8212beea', 'define-desk', 'null', 'jonas@newsroom-development', false),
	(18, '22bc74d7-b917-4371-a1a3-f271cebeee4e', 'b20c72a2-fe72-05cc-33f5-67b63b33f689', 1, '{"desk": "town", "gates": [{"gate": "quotes-attributed", "roles": [], "waivable": false}, {"gate": "quotes-verified", "roles": [], "minimum": 1, "waivable": true}, {"gate": "claims-checked", "roles": [], "minimum": 2, "waivable": true}, {"gate": "headline-quotes-sourced", "roles": [], "waivable": false}, {"gate": "approvals", "roles": [{"role": "editor", "minimum": 1}], "minimum": 2, "waivable": false}, {"gate": "notes-resolved", "roles": [], "waivable": false}], "reason": "Council stories are quoted back at us for years: what they assert as fact is checked by two people.", "version": 1}', NULL, 'policy_proposed', '2026-11-28 13:43:42.365799+00', '*DEFAULT*', '', '44e127b61b95e3b5a3f2816a3a3f6f9a', 'propose-policy', 'null', 'jonas@newsroom-development', false),
	(19, 'b5af101f-e6d5-4663-ad3d-556f9e83b1d6', 'b20c72a2-fe72-05cc-33f5-67b63b33f689', 2, '{"desk": "town", "version": 1}', NULL, 'policy_accepted', '2026-11-28 13:43:42.509913+00', '*DEFAULT*', '', '81b9f2b5340b70ca727548d47a32ff5e', 'accept-policy', 'null', 'hedda@newsroom-development', false),
	(20, '45ea88e5-ba40-434f-a8e6-fee24c6b09e4', 'fd4c5ef4-b507-0c5a-54aa-aab19fdbd656', 1, '{"desk": "culture", "gates": [{"gate": "quotes-attributed", "roles": [], "waivable": false, "fewestWords": 6}, {"gate": "quotes-verified", "roles": [], "minimum": 1, "waivable": true}, {"gate": "claims-checked", "roles": [], "minimum": 1, "waivable": true}, {"gate": "headline-quotes-sourced", "roles": [], "waivable": true}, {"gate": "approvals", "roles": [{"role": "editor", "minimum": 1}], "minimum": 1, "waivable": false}, {"gate": "notes-resolved", "roles": [], "waivable": true}], "reason": "Reviews and listings go out with one approval, by an editor.", "version": 1}', NULL, 'policy_proposed', '2026-11-28 13:43:42.554812+00', '*DEFAULT*', '', 'a662e1d8315295aa8732bd01f3878f19', 'propose-policy', 'null', 'jonas@newsroom-development', false),
	(21, '0404ea9e-2559-4ae8-be3e-7fbd51831eb4', 'fd4c5ef4-b507-0c5a-54aa-aab19fdbd656', 2, '{"desk": "culture", "version": 1}', NULL, 'policy_accepted', '2026-11-28 13:43:42.5606+00', '*DEFAULT*', '', 'defa00404227fa393a498533bb73a096', 'accept-policy', 'null', 'hedda@newsroom-development', false),
	(22, '2bc4568a-f0e8-4deb-b839-4a6807e2ecb7', '4d87fae3-4ff8-4f58-cb52-d623edced311', 1, '{"speaker": {"id": "marit-oyen", "name": "Marit Øyen", "description": "Mayor of Skelhaven since 2021"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.655927+00', '*DEFAULT*', '', 'f1a5f4d323acb3665a103e9901a961ce', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(63, '468276d5-71d0-4c59-b916-1bd1d44abe1a', '01a22265-c36f-7581-9cc8-e7fac932e48e', 7, '{}', NULL, 'story_submitted', '2026-11-28 13:43:44.291658+00', '*DEFAULT*', '', '398cbcb39178fe4c6976a2f45329443f', 'submit-for-review', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(23, '94390872-17eb-4e47-9b54-17d3f6d9916f', '01d8da93-2574-25be-6457-8d406a2aca09', 1, '{"speaker": {"id": "rowan-teale", "name": "Rowan Teale", "description": "Councillor for Quayside; leads the Ratepayers Group on Skelhaven council"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.674733+00', '*DEFAULT*', '', 'f43264b4a5f06cce7bcb686f5c593394', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(24, 'e0344a0c-3626-4801-9d3b-20046d9c90cb', 'deac43aa-3b16-915a-b814-6c5d293b9258', 1, '{"speaker": {"id": "tamsin-varley", "name": "Tamsin Varley", "description": "Boatbuilder; owner of Varley and Daughter, Long Slip"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.679489+00', '*DEFAULT*', '', 'fef041db2ee5ac7bf207ede901d247fc', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(25, 'a5b5f1b2-297a-4f60-bc4d-9f81dc944aa1', '0a7506e4-de91-729d-777f-b1dcffb03ad0', 1, '{"speaker": {"id": "aldous-keene", "name": "Aldous Keene", "description": "Chief executive of the Skelhaven Harbour Trust"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.689376+00', '*DEFAULT*', '', 'f06e73013addcddb31a85bcc472845f2', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(28, '05f35d11-09ff-45c6-8c8a-729d0854054c', '8ab8e090-6a35-b510-11f6-ab12cb1042d0', 1, '{"speaker": {"id": "lorcan-ashby", "name": "Lorcan Ashby", "description": "Managing director of Skel Sound Ferries"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.702386+00', '*DEFAULT*', '', 'f0b83ecffc8d679ac1a9c48e8847adc7', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(30, '2285f6f2-b855-48f9-9e2e-061fe00a1b1b', '5b8327fe-563b-0198-6028-8d0b0bf5b43e', 1, '{"speaker": {"id": "dorrit-pell", "name": "Dorrit Pell", "description": "Baker; owner of the Harbour Lights cinema since September 2025"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.714446+00', '*DEFAULT*', '', '11a2065c5b764ea80d3d3ec013460c2e', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(33, 'f0465e44-2cac-43ce-8e44-d14a0adc817a', '01a22265-be11-7ed0-b836-b821b5758d91', 1, '{"desk": "town", "slug": "north-breakwater-vote", "article": {"body": "Skelhaven’s north breakwater is to be rebuilt at a cost of £6.4 million, after councillors decided on Monday night to borrow the town’s share rather than wait another year for a national grant.\n\nThe motion was carried by eight vote to five, with two abstentions. Some forty residents stayed in the gallery of the Custom House for the whole of the three-hour debate, which ended shortly before eleven o’clock.\n\n“We can pay for a wall now or pay for a harbour later,” said the mayor, Marit Øyen, who moved the motion.\n\nThe sea broke through on the night of 14 January, when a north-easterly gale met a spring tide. It left a gap of 31 metres between the old lamp and the pilots’ steps. The harbour office has closed the outer berths on 87 days since the storm. Before it, they had been closed on four days in ten years.\n\nOf the total, £4.1 million will come from the Skel Isles Harbour Fund, under an agreement signed in August. The council will borrow the remaining £2.3 million over 20 years at 4.4 per cent. The treasurer’s paper puts the cost at about £41 a year for each of the town’s 4,250 households.\n\nOpponents wanted to apply first to the coastal grant scheme, which reopens in June. Councillor Rowan Teale, who leads the Ratepayers Group, said: “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”\n\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\nTenders open on 3 November and close on 12 December. The design, by the harbour office’s own engineers, calls for 18,000 tonnes of stone, to be brought by barge from the quarry at Garrow so that no lorries need cross the swing bridge. The gap is to be closed by the end of September, before the autumn gales.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October 2025", "headline": "Council votes to rebuild the north breakwater", "standfirst": "Work on the £6.4 million repair is to begin in April, fifteen months after the January storm opened a gap of 31 metres"}, "language": "en", "normaliser": 1, "fingerprint": "8a50677d369a6b406e500aec8f5372d72bdf2180d857d6e297252d1285e48f87"}', NULL, 'story_drafted', '2026-11-28 13:43:42.893689+00', '*DEFAULT*', '', '5029727a17e4e796142fb2f5e25fd106', 'draft-article', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(36, '5209b8f1-274b-4cf1-ac8a-1765bca97bc5', '01a22265-be11-7ed0-b836-b821b5758d91', 4, '{"field": "body", "quote": "q2", "range": {"end": 1401, "start": 1254}, "words": "“Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”", "speaker": "rowan-teale", "normaliser": 1, "attribution": {"end": 1252, "start": 1192}, "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff", "attributionWords": "Councillor Rowan Teale, who leads the Ratepayers Group, said"}', NULL, 'quote_attributed', '2026-11-28 13:43:43.464486+00', '*DEFAULT*', '', '322dc62848e254e0c0f2fd9d71890c3c', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(39, 'cf4597f6-ab63-47df-a40c-ce006ef3f9ae', '01a22265-be11-7ed0-b836-b821b5758d91', 7, '{}', NULL, 'story_submitted', '2026-11-28 13:43:43.608471+00', '*DEFAULT*', '', 'b667fdfc9de54ba827c39d49e390f793', 'submit-for-review', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(42, 'a8c7b367-93e0-4a77-9af7-5c4ee4a8034c', '01a22265-be11-7ed0-b836-b821b5758d91', 10, '{"words": "The motion was carried by eight votes to five, with two abstentions.", "method": "Counted the roll call in the clerk’s minutes and compared it with the recording.", "passage": "c1", "verdict": "verified", "evidence": [{"url": "https://council.skelhaven.example/minutes/2025-10-13", "kind": "document", "excerpt": "For 8, against 5, abstaining 2. Carried.", "locator": "page 4, roll call", "citation": "Minutes of Skelhaven council, 13 October 2025, item 6"}], "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}', NULL, 'fact_checked', '2026-11-28 13:43:43.737536+00', '*DEFAULT*', '', '58c6d2e2a1b79ee02b9f18a13b1ddaa8', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(43, 'bebe5c31-48a9-42dd-96b9-e706c14a9a39', '01a22265-be11-7ed0-b836-b821b5758d91', 11, '{"words": "The harbour office has closed the outer berths on 87 days since the storm.", "method": "Counted the days marked closed in the harbour office’s berth log from 15 January to 13 October.", "passage": "c2", "verdict": "verified", "evidence": [{"url": "https://harbour.skelhaven.example/berth-log/2025.csv", "kind": "dataset", "locator": "berths 14 to 22, column “closed”", "citation": "Skelhaven harbour office, berth log 2025, outer berths"}], "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}', NULL, 'fact_checked', '2026-11-28 13:43:43.753711+00', '*DEFAULT*', '', '4e45370725d9faa2407367b0263ff002', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(44, 'f9559ba1-3d52-4239-88c1-111b5dba6f6d', '01a22265-be11-7ed0-b836-b821b5758d91', 12, '{"words": "The motion was carried by eight votes to five, with two abstentions.", "method": "Counted the votes on the recording, name by name, without looking at the minutes.", "passage": "c1", "verdict": "verified", "evidence": [{"url": "https://council.skelhaven.example/recordings/2025-10-13", "kind": "recording", "locator": "02:31:10 to 02:33:45", "citation": "Skelhaven council, sitting of 13 October 2025, sound recording"}], "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}', NULL, 'fact_checked', '2026-11-28 13:43:43.763209+00', '*DEFAULT*', '', 'c0471ce8cb8543476009092ffb777b3d', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(46, 'b1d2294f-5bf6-44a0-9943-05994754e663', '01a22265-be11-7ed0-b836-b821b5758d91', 14, '{"fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}', NULL, 'story_approved', '2026-11-28 13:43:43.897776+00', '*DEFAULT*', '', '8d2c793d43358420294f1158753af5da', 'approve', '{"as": "editor"}', 'ana@newsroom-development', false),
	(58, 'a342dcac-2dd3-4a17-bc44-75464dfe1208', '01a22265-c36f-7581-9cc8-e7fac932e48e', 2, '{"field": "body", "quote": "q1", "range": {"end": 1003, "start": 496}, "words": "“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.”", "speaker": "tamsin-varley", "normaliser": 1, "attribution": {"end": 464, "start": 397}, "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b", "attributionWords": "Tamsin Varley, who took over the yard from her mother in 2008, said"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.249105+00', '*DEFAULT*', '', '4ff897c3a9d73b4fdb1a2be1e234024d', 'attribute-quote', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(60, '89df54c3-a1c6-4d98-b547-9ee17af322ec', '01a22265-c36f-7581-9cc8-e7fac932e48e', 4, '{"field": "body", "quote": "q3", "range": {"end": 1770, "start": 1643}, "words": "“If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,”", "speaker": "oona-strand", "normaliser": 1, "attribution": {"end": 1833, "start": 1771}, "fingerprint": "80f9c779c7aeb5a114089fc870bacfa137e7cf52400e52d5ad8d3f3dde8c86c5", "attributionWords": "said Oona Strand, who chairs the Skelhaven Inshore Association"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.268442+00', '*DEFAULT*', '', '1b513fdf08bc3a34deeec9c0f9c4e46e', 'attribute-quote', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(62, 'c874fdac-4449-463f-9088-ee16a40b4534', '01a22265-c36f-7581-9cc8-e7fac932e48e', 6, '{"claim": "c2", "field": "body", "range": {"end": 1362, "start": 1266}, "words": "Cars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100.", "normaliser": 1, "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.283237+00', '*DEFAULT*', '', '65294099ed72ae241b1f8b50a64df2e8', 'flag-claim', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(26, '0365b029-3c34-4db9-bcb7-313327180f6c', '8d1ba253-a29e-ef0b-66da-45a760ecba3d', 1, '{"speaker": {"id": "oona-strand", "name": "Oona Strand", "description": "Chair of the Skelhaven Inshore Association"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.695058+00', '*DEFAULT*', '', '91daf6eaf8b94b2474ae2a035997cadd', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(31, '06be6d42-d8b1-495b-a4f7-a8b5b41dc56b', 'f21d4240-38a1-d5a8-7cf4-3ec301947980', 1, '{"speaker": {"id": "percival-noakes", "name": "Percival Noakes", "description": "Secretary of the Friends of the Harbour Lights"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.718993+00', '*DEFAULT*', '', '415069af71b8c27042ceb1856c618686', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(34, 'a4646be5-ae8b-4e43-a034-729db74f0706', '01a22265-be11-7ed0-b836-b821b5758d91', 2, '{"edits": {"body": [{"at": 227, "insert": "votes", "remove": "vote"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}', NULL, 'article_revised', '2026-11-28 13:43:43.309898+00', '*DEFAULT*', '', 'ac0e82ca5b5a3a0616be740e02c7c2f9', 'revise-article', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(49, '04ab71fc-b051-4f12-9c70-e7838fd7a8d0', '01a22265-be11-7ed0-b836-b821b5758d91', 17, '{"edits": {"body": [{"at": 998, "insert": "6", "remove": "4"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "0660e07e0a750b8b2101dfedb5f096cd815c88e893c9acb2cb9b805ddaf32a61"}', NULL, 'article_revised', '2026-11-28 13:43:44.114548+00', '*DEFAULT*', '', 'c4d583426153feb3055fa56303c57c5b', 'revise-article', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(50, '5de4e610-74fd-4c48-b18c-d146a320e2f6', '01a22265-be11-7ed0-b836-b821b5758d91', 18, '{"approver": "ana@newsroom-development", "normaliser": 1}', NULL, 'approval_lapsed', '2026-11-28 13:43:44.114548+00', '*DEFAULT*', '', 'c4d583426153feb3055fa56303c57c5b', 'revise-article', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(51, 'b113ce88-a5dd-483f-b980-eee74c148e41', '01a22265-be11-7ed0-b836-b821b5758d91', 19, '{"approver": "tomas@newsroom-development", "normaliser": 1}', NULL, 'approval_lapsed', '2026-11-28 13:43:44.114548+00', '*DEFAULT*', '', 'c4d583426153feb3055fa56303c57c5b', 'revise-article', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(53, 'b567c59f-5e66-4059-bd2a-8f15eb5f31ec', '01a22265-be11-7ed0-b836-b821b5758d91', 21, '{}', NULL, 'story_submitted', '2026-11-28 13:43:44.144358+00', '*DEFAULT*', '', '154d6a2806b85fa6ed03d2b2104c019a', 'submit-for-review', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(55, 'b3789751-76d9-4681-ac0e-f823e4c04a47', '01a22265-be11-7ed0-b836-b821b5758d91', 23, '{"fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}', NULL, 'story_approved', '2026-11-28 13:43:44.15964+00', '*DEFAULT*', '', 'aab5e6c13be4196570c6dde3debd1333', 'approve', '{"as": "editor"}', 'sunniva@newsroom-development', false),
	(64, '9f38c73d-ab40-4a05-b176-0321de11b8f0', '01a22265-c36f-7581-9cc8-e7fac932e48e', 8, '{"words": "“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.” [Tamsin Varley, who took over the yard from her mother in 2008, said]", "method": "Listened to the reporter’s recording against all three paragraphs; nothing is left out between them.", "passage": "q1", "verdict": "verified", "evidence": [{"kind": "recording", "locator": "00:06:10 to 00:07:02", "citation": "Interview with Tamsin Varley, Long Slip, 4 November 2025, recorded by Kit Oyelaran"}], "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b"}', NULL, 'fact_checked', '2026-11-28 13:43:44.305611+00', '*DEFAULT*', '', '85797f3503f1e1f4ba95fdef70095ded', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(69, 'e6b80525-2470-4bb4-83b6-79570105d704', '01a22265-c36f-7581-9cc8-e7fac932e48e', 13, '{"edits": {"body": [{"at": 1647, "insert": "[the slip]", "remove": "it"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}', NULL, 'article_revised', '2026-11-28 13:43:44.36348+00', '*DEFAULT*', '', '54aa9ebd2d8e758451d2f999222b5229', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(70, '3a2766d1-e5a0-4932-a843-129360a2e6eb', '01a22265-c36f-7581-9cc8-e7fac932e48e', 14, '{"now": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "was": "“If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "passage": "q3", "normaliser": 1, "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}', NULL, 'passage_reworded', '2026-11-28 13:43:44.36348+00', '*DEFAULT*', '', '54aa9ebd2d8e758451d2f999222b5229', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(71, '6c56fae3-3b58-4f92-b13e-b32452b2b811', '01a22265-c36f-7581-9cc8-e7fac932e48e', 15, '{"now": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "was": "“If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "checker": "noor@newsroom-development", "passage": "q3", "verdict": "verified", "normaliser": 1}', NULL, 'check_lapsed', '2026-11-28 13:43:44.36348+00', '*DEFAULT*', '', '54aa9ebd2d8e758451d2f999222b5229', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(72, '8befde04-6d95-4b86-b0a5-0233ddc725f3', '01a22265-c36f-7581-9cc8-e7fac932e48e', 16, '{"note": "n1", "text": "“It” could be read as the council’s road or the whole yard, so I have put “[the slip]” into Ms Strand’s words. Noor, please listen again and see that this is what she meant.", "passage": "q3", "mustResolve": false}', NULL, 'note_added', '2026-11-28 13:43:44.438294+00', '*DEFAULT*', '', 'bde88ff11fe071734e4510b8459bd03e', 'add-note', '{"as": "editor"}', 'ana@newsroom-development', false),
	(84, '6b6906b1-486e-4a39-ae19-1c0686771ee4', '01a22265-c44c-7de5-9401-33d061e6374a', 11, '{"words": "On nine of those 26 days fewer than the required eleven hands were signed on.", "method": "Set the rosters beside the agency’s time sheets for relief hands, day by day, for all 26 drills.", "reason": "The rosters leave out relief hands hired through the agency. On three of the nine days (21 April, 8 September and 1 December) its time sheets bring the number to eleven or more. The papers support six days, not nine.", "passage": "c2", "verdict": "disputed", "evidence": [{"kind": "document", "locator": "the nine days marked in pencil", "citation": "Skel Sound Ferries, rosters of the Merganser, January to December 2024"}, {"kind": "document", "excerpt": "Merganser, 8 September, three deck, one engine, 06.00 to 18.00", "locator": "sheets 17, 36 and 48", "citation": "Tollgate Crewing, time sheets for relief hands, 2024"}], "fingerprint": "b65c2172f43d580ab3d7241e512dc354fd11bf2d1af4d3a170b5a5badc61af05"}', NULL, 'fact_checked', '2026-11-28 13:43:44.548919+00', '*DEFAULT*', '', '736af2aa44839c798517b1fcba0d90a9', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(86, '7fd5eb6a-82fe-4596-8a35-0f9cef55caa3', '01a22265-c44c-7de5-9401-33d061e6374a', 13, '{"reason": "The story says that entries in a company’s drill log may be untrue. Petra should read every word of it."}', NULL, 'legal_review_requested', '2026-11-28 13:43:44.608415+00', '*DEFAULT*', '', '09f2581736b8ac5cf619d660c5fec365', 'request-legal-review', '{"as": "editor"}', 'ana@newsroom-development', false),
	(27, 'bead9e71-46c9-49db-98ee-7e0ddafc026f', '6e41f719-7e6e-f258-a68a-98ce30d18bf4', 1, '{"speaker": {"id": "brigid-tarn", "name": "Brigid Tarn", "description": "Skelhaven branch secretary of the Sound and Isles Seafarers"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.698794+00', '*DEFAULT*', '', '146fb416a0d9aba72af95982823f3bcd', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(29, '98f8ff2b-0373-4e55-bafa-7fe4772aabb6', 'bef3edf9-6039-3bc6-15ea-aab76b5fa352', 1, '{"speaker": {"id": "ragnhild-stavnes", "name": "Ragnhild Stavnes", "description": "Leder for Den norske lesestuen i Skelhaven"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.706449+00', '*DEFAULT*', '', '950a76349f07dcc0591a94deade8e299', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(32, 'c37051db-96a0-4262-b151-469741ce4151', '9a6b7b32-c203-d799-4fd9-17d9467ac361', 1, '{"speaker": {"id": "conrad-leith-marsh", "name": "Conrad Leith-Marsh", "description": "Said to be director of development of Brae and Sound Hotels"}}', NULL, 'speaker_registered', '2026-11-28 13:43:42.722563+00', '*DEFAULT*', '', 'c59381ca47af03887d380b1f2526ca2d', 'register-speaker', 'null', 'idris@newsroom-development', false),
	(35, '28ba6feb-d45f-4808-97f4-86a1df9317b8', '01a22265-be11-7ed0-b836-b821b5758d91', 3, '{"field": "body", "quote": "q1", "range": {"end": 466, "start": 411}, "words": "“We can pay for a wall now or pay for a harbour later,”", "speaker": "marit-oyen", "normaliser": 1, "attribution": {"end": 493, "start": 467}, "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac", "attributionWords": "said the mayor, Marit Øyen"}', NULL, 'quote_attributed', '2026-11-28 13:43:43.432767+00', '*DEFAULT*', '', '2f678e7ef3a860104b87631cbc1825a0', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(37, 'c8953f13-9c70-410c-9784-e0d64a573d68', '01a22265-be11-7ed0-b836-b821b5758d91', 5, '{"claim": "c1", "field": "body", "range": {"end": 263, "start": 195}, "words": "The motion was carried by eight votes to five, with two abstentions.", "normaliser": 1, "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}', NULL, 'claim_flagged', '2026-11-28 13:43:43.530702+00', '*DEFAULT*', '', '471f0a7b70289d587adccdf7775d683d', 'flag-claim', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(40, 'a9002aa3-e48a-44d7-9cdb-185784d0ff93', '01a22265-be11-7ed0-b836-b821b5758d91', 8, '{"words": "“We can pay for a wall now or pay for a harbour later,” [said the mayor, Marit Øyen]", "method": "Listened to the council’s own recording of the debate against the words printed.", "passage": "q1", "verdict": "verified", "evidence": [{"url": "https://council.skelhaven.example/recordings/2025-10-13", "kind": "recording", "excerpt": "We can pay for a wall now or pay for a harbour later.", "locator": "00:14:32", "citation": "Skelhaven council, sitting of 13 October 2025, sound recording"}], "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}', NULL, 'fact_checked', '2026-11-28 13:43:43.707858+00', '*DEFAULT*', '', '3edfcc582023388d7e0c11da2b9e3e2f', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(41, '91fb1fdf-7ed6-4029-8c01-5dbe8ee76f3b', '01a22265-be11-7ed0-b836-b821b5758d91', 9, '{"words": "“Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.” [Councillor Rowan Teale, who leads the Ratepayers Group, said]", "method": "Listened to the recording twice; the two sentences follow one another without a break.", "passage": "q2", "verdict": "verified", "evidence": [{"url": "https://council.skelhaven.example/recordings/2025-10-13", "kind": "recording", "excerpt": "Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.", "locator": "01:52:07", "citation": "Skelhaven council, sitting of 13 October 2025, sound recording"}], "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}', NULL, 'fact_checked', '2026-11-28 13:43:43.722667+00', '*DEFAULT*', '', '5d91dce0f4156e4d1f650e5dac13e26c', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(47, '82cef984-4f67-446a-9248-a25a3255e71b', '01a22265-be11-7ed0-b836-b821b5758d91', 15, '{"fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}', NULL, 'story_approved', '2026-11-28 13:43:43.910863+00', '*DEFAULT*', '', 'dfdfd11da583b685614d72b08bc488d3', 'approve', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(56, 'b5c85e6f-c8d7-4710-bac4-ef7de9bfd7b7', '01a22265-be11-7ed0-b836-b821b5758d91', 24, '{"desk": "town", "kind": "correction", "note": "An earlier edition gave the interest on the council’s loan as 4.4 per cent. It is 4.6 per cent.", "slug": "north-breakwater-vote", "gates": [{"asks": "Every quotation of 4 words or more is a quote with a speaker, or dismissed as nobody''s speech.", "gate": "quotes-attributed", "outcome": "passed", "reasons": []}, {"asks": "Each quote is verified by 1 fact-checker who did not touch or attribute it, and by none found otherwise.", "gate": "quotes-verified", "outcome": "passed", "reasons": []}, {"asks": "Each claim is verified by 2 fact-checkers who did not touch it, and by none found otherwise.", "gate": "claims-checked", "outcome": "waived", "reasons": [{"code": "claim-unchecked", "ways": [{"notBy": ["idris@newsroom-development", "eirik@newsroom-development"], "roles": ["fact-checker"], "onlyBy": [], "command": "fact-check"}], "field": "body", "range": {"end": 864, "start": 790}, "words": "The harbour office has closed the outer berths on 87 days since the storm.", "waiver": {"at": "2026-11-28T13:43:43.831419+00:00", "by": "hedda@newsroom-development", "gate": "claims-checked", "reason": "The berth log is public and Eirik counted it. Nobody else who reads it is in before the bulletin.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}, "message": "c2 “The harbour office has closed the outer berths on 87 days since the storm.” has 1 of 2 checks. Another fact-checker checks it, but not {idris@newsroom-development} or {eirik@newsroom-development}.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}]}, {"asks": "Words in quotation marks in headline and standfirst are words of a verified quote.", "gate": "headline-quotes-sourced", "outcome": "passed", "reasons": []}, {"asks": "2 approvals by people other than the drafter, who together did not write all of it; at least 1 as editor.", "gate": "approvals", "outcome": "passed", "reasons": []}, {"asks": "Where somebody asked for it, legal approves the article.", "gate": "legal-clearance", "outcome": "passed", "reasons": []}, {"asks": "Nobody holds the story.", "gate": "no-holds", "outcome": "passed", "reasons": []}, {"asks": "Every note that must be resolved is.", "gate": "notes-resolved", "outcome": "passed", "reasons": []}, {"asks": "The embargo, if there is one, is over.", "gate": "embargo-passed", "outcome": "passed", "reasons": []}], "policy": 1, "article": {"body": "Skelhaven’s north breakwater is to be rebuilt at a cost of £6.4 million, after councillors decided on Monday night to borrow the town’s share rather than wait another year for a national grant.\n\nThe motion was carried by eight votes to five, with two abstentions. Some forty residents stayed in the gallery of the Custom House for the whole of the three-hour debate, which ended shortly before eleven o’clock.\n\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\n“We can pay for a wall now or pay for a harbour later,” said the mayor, Marit Øyen, who moved the motion.\n\nThe sea broke through on the night of 14 January, when a north-easterly gale met a spring tide. It left a gap of 31 metres between the old lamp and the pilots’ steps. The harbour office has closed the outer berths on 87 days since the storm. Before it, they had been closed on four days in ten years.\n\nOf the total, £4.1 million will come from the Skel Isles Harbour Fund, under an agreement signed in August. The council will borrow the remaining £2.3 million over 20 years at 4.6 per cent. The treasurer’s paper puts the cost at about £41 a year for each of the town’s 4,250 households.\n\nOpponents wanted to apply first to the coastal grant scheme, which reopens in June. Councillor Rowan Teale, who leads the Ratepayers Group, said: “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”\n\nTenders open on 3 November and close on 12 December. The design, by the harbour office’s own engineers, calls for 18,000 tonnes of stone, to be brought by barge from the quarry at Garrow so that no lorries need cross the swing bridge. The gap is to be closed by the end of September, before the autumn gales.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October 2025", "headline": "Council votes to rebuild the north breakwater", "standfirst": "Work on the £6.4 million repair is to begin in April, fifteen months after the January storm opened a gap of 31 metres"}, "changed": {"body": [{"at": 411, "insert": "Councillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\n", "remove": ""}, {"at": 998, "insert": "6", "remove": "4"}, {"at": 1402, "insert": "", "remove": "\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n"}], "headline": [], "standfirst": []}, "edition": 2, "language": "en", "passages": [{"passage": "q1", "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}, {"passage": "q2", "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}, {"passage": "c1", "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}, {"passage": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "replaced": [], "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}', NULL, 'story_corrected', '2026-11-28 13:43:44.227443+00', '*DEFAULT*', '', '121516d282a52fe46c1b450667384261', 'correct', '{"as": "publisher"}', 'magnus@newsroom-development', false),
	(65, 'fd529936-3119-42df-b16e-830be9e953d9', '01a22265-c36f-7581-9cc8-e7fac932e48e', 9, '{"words": "“Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” [said Aldous Keene, its chief executive]", "method": "Mr Keene confirmed the words by telephone, and the sentence he quotes was found in the letter itself.", "passage": "q2", "verdict": "verified", "evidence": [{"kind": "interview", "citation": "Telephone call with Aldous Keene, 5 November 2025, 10.40, note by Eirik Sundgard"}, {"kind": "document", "excerpt": "The Trust does not intend to renew beyond this year.", "locator": "second paragraph", "citation": "Letter of the Skelhaven Harbour Trust to Varley and Daughter, 12 March 2025"}], "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9"}', NULL, 'fact_checked', '2026-11-28 13:43:44.31327+00', '*DEFAULT*', '', 'c35e1f3dfa1fa9f2cdf9043a44fd6996', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(68, 'eeaf1634-1ecb-4d14-83b7-8c1ebdf2c37a', '01a22265-c36f-7581-9cc8-e7fac932e48e', 12, '{"words": "Cars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100.", "method": "Added up the twelve monthly returns for both years and worked out the percentage, which is 17.95.", "passage": "c2", "verdict": "verified", "evidence": [{"url": "https://harbour.skelhaven.example/ferry-returns.csv", "kind": "dataset", "locator": "column “cars”, both directions", "citation": "Skelhaven Harbour Trust, monthly ferry returns, October 2023 to September 2025"}], "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}', NULL, 'fact_checked', '2026-11-28 13:43:44.336455+00', '*DEFAULT*', '', 'ce1f1403f52d33286ade3be949d85ec2', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(81, '818a7e65-c379-45c1-9c40-0ea0777f0d36', '01a22265-c44c-7de5-9401-33d061e6374a', 8, '{"words": "“Our members are being asked to sign for drills they did not see,” [said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers]", "method": "Read the sentence back to Ms Tarn by telephone; she confirmed it word for word.", "passage": "q1", "verdict": "verified", "evidence": [{"kind": "interview", "citation": "Telephone call with Brigid Tarn, 10 November 2025, 14.15, note by Eirik Sundgard"}], "fingerprint": "52b0e6564498e350ac3f906b25b15c2871783e7b2cd7fb2e7684ccae7eee0ade"}', NULL, 'fact_checked', '2026-11-28 13:43:44.526823+00', '*DEFAULT*', '', '9b2d24eb4cad64c70980aa6a3af89955', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(85, '28de4212-011f-4424-b110-6b4311ba7e1b', '01a22265-c44c-7de5-9401-33d061e6374a', 12, '{"words": "She carried 203,000 passengers on the route last year.", "method": "Added up the quarterly figures for the Garrow route; they come to 203,118.", "passage": "c3", "verdict": "verified", "evidence": [{"url": "https://maritime.skelisles.example/returns/2024.csv", "kind": "dataset", "locator": "rows 9 to 12", "citation": "Isles Maritime Office, passenger returns 2024, route 3"}], "fingerprint": "d97e16ed4174e327ea35c9c2eb6fb9982bfc0ea88701f78655273b154abd7b39"}', NULL, 'fact_checked', '2026-11-28 13:43:44.556308+00', '*DEFAULT*', '', 'b53f99790d90632c681a3e50f5eea453', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(38, 'cc7333dd-9e17-49ed-8355-f58c58ea22af', '01a22265-be11-7ed0-b836-b821b5758d91', 6, '{"claim": "c2", "field": "body", "range": {"end": 759, "start": 685}, "words": "The harbour office has closed the outer berths on 87 days since the storm.", "normaliser": 1, "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}', NULL, 'claim_flagged', '2026-11-28 13:43:43.551375+00', '*DEFAULT*', '', '902394ee1d692ec6514e6a4b8ab4c79d', 'flag-claim', '{"as": "editor"}', 'ana@newsroom-development', false),
	(45, 'ebdf08bb-c14b-4cef-b38d-590a1b704000', '01a22265-be11-7ed0-b836-b821b5758d91', 13, '{"gate": "claims-checked", "words": "The harbour office has closed the outer berths on 87 days since the storm.", "policy": 1, "reason": "The berth log is public and Eirik counted it. Nobody else who reads it is in before the bulletin.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}', NULL, 'gate_waived', '2026-11-28 13:43:43.831419+00', '*DEFAULT*', '', '2526c701bcd603121e11dda20d0a9345', 'waive-gate', '{"as": "chief-editor"}', 'hedda@newsroom-development', false),
	(48, '2e247ba4-71d2-47df-b455-89359031242d', '01a22265-be11-7ed0-b836-b821b5758d91', 16, '{"desk": "town", "kind": "first", "slug": "north-breakwater-vote", "gates": [{"asks": "Every quotation of 4 words or more is a quote with a speaker, or dismissed as nobody''s speech.", "gate": "quotes-attributed", "outcome": "passed", "reasons": []}, {"asks": "Each quote is verified by 1 fact-checker who did not touch or attribute it, and by none found otherwise.", "gate": "quotes-verified", "outcome": "passed", "reasons": []}, {"asks": "Each claim is verified by 2 fact-checkers who did not touch it, and by none found otherwise.", "gate": "claims-checked", "outcome": "waived", "reasons": [{"code": "claim-unchecked", "ways": [{"notBy": ["idris@newsroom-development", "eirik@newsroom-development"], "roles": ["fact-checker"], "onlyBy": [], "command": "fact-check"}], "field": "body", "range": {"end": 759, "start": 685}, "words": "The harbour office has closed the outer berths on 87 days since the storm.", "waiver": {"at": "2026-11-28T13:43:43.831419+00:00", "by": "hedda@newsroom-development", "gate": "claims-checked", "reason": "The berth log is public and Eirik counted it. Nobody else who reads it is in before the bulletin.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}, "message": "c2 “The harbour office has closed the outer berths on 87 days since the storm.” has 1 of 2 checks. Another fact-checker checks it, but not {idris@newsroom-development} or {eirik@newsroom-development}.", "subject": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}]}, {"asks": "Words in quotation marks in headline and standfirst are words of a verified quote.", "gate": "headline-quotes-sourced", "outcome": "passed", "reasons": []}, {"asks": "2 approvals by people other than the drafter, who together did not write all of it; at least 1 as editor.", "gate": "approvals", "outcome": "passed", "reasons": []}, {"asks": "Where somebody asked for it, legal approves the article.", "gate": "legal-clearance", "outcome": "passed", "reasons": []}, {"asks": "Nobody holds the story.", "gate": "no-holds", "outcome": "passed", "reasons": []}, {"asks": "Every note that must be resolved is.", "gate": "notes-resolved", "outcome": "passed", "reasons": []}, {"asks": "The embargo, if there is one, is over.", "gate": "embargo-passed", "outcome": "passed", "reasons": []}], "policy": 1, "article": {"body": "Skelhaven’s north breakwater is to be rebuilt at a cost of £6.4 million, after councillors decided on Monday night to borrow the town’s share rather than wait another year for a national grant.\n\nThe motion was carried by eight votes to five, with two abstentions. Some forty residents stayed in the gallery of the Custom House for the whole of the three-hour debate, which ended shortly before eleven o’clock.\n\n“We can pay for a wall now or pay for a harbour later,” said the mayor, Marit Øyen, who moved the motion.\n\nThe sea broke through on the night of 14 January, when a north-easterly gale met a spring tide. It left a gap of 31 metres between the old lamp and the pilots’ steps. The harbour office has closed the outer berths on 87 days since the storm. Before it, they had been closed on four days in ten years.\n\nOf the total, £4.1 million will come from the Skel Isles Harbour Fund, under an agreement signed in August. The council will borrow the remaining £2.3 million over 20 years at 4.4 per cent. The treasurer’s paper puts the cost at about £41 a year for each of the town’s 4,250 households.\n\nOpponents wanted to apply first to the coastal grant scheme, which reopens in June. Councillor Rowan Teale, who leads the Ratepayers Group, said: “Nobody in this chamber is against the breakwater. We are against signing for 20 years of debt eight months before somebody else may offer to pay.”\n\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\nTenders open on 3 November and close on 12 December. The design, by the harbour office’s own engineers, calls for 18,000 tonnes of stone, to be brought by barge from the quarry at Garrow so that no lorries need cross the swing bridge. The gap is to be closed by the end of September, before the autumn gales.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 14 October 2025", "headline": "Council votes to rebuild the north breakwater", "standfirst": "Work on the £6.4 million repair is to begin in April, fifteen months after the January storm opened a gap of 31 metres"}, "edition": 1, "language": "en", "passages": [{"passage": "q1", "fingerprint": "5ae6336091bf62c1f1fffb375ca55bcae793955a97742bc0fac3b46c1694bbac"}, {"passage": "q2", "fingerprint": "2ff2787b7dbb54f6cdb8c238246fb979660d2337ab12f889fb9e0f932418b4ff"}, {"passage": "c1", "fingerprint": "7b5a65b2d3eca04af29a22912b5a0e50113afa58466588b0378caa1c905c92ae"}, {"passage": "c2", "fingerprint": "78afbec7d342a5f79e2590dd2053434548c07e7e13d821734f8129aa8d8c940a"}], "fingerprint": "a89cc72c2c34898dbe83157b124d468e28b5918aee632942f71cecaaaeb4cdc6"}', NULL, 'story_published', '2026-11-28 13:43:44.075955+00', '*DEFAULT*', '', '3fd225e9f41df54c13f702cd3593fa8f', 'publish', '{"as": "publisher"}', 'magnus@newsroom-development', false),
	(52, '3e22fd8e-b7ef-4159-9df3-6b92a38b9898', '01a22265-be11-7ed0-b836-b821b5758d91', 20, '{"edits": {"body": [{"at": 411, "insert": "Councillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n\n", "remove": ""}, {"at": 1402, "insert": "", "remove": "\nCouncillors Bram Hollis and Signe Moor, who both rent outer berths, declared an interest and abstained.\n"}], "headline": [], "standfirst": []}, "carried": [{"at": 411, "blame": {"seams": [], "spans": [{"author": "idris@newsroom-development", "length": 104, "movers": [], "version": 1}]}, "field": "body"}], "normaliser": 1, "fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}', NULL, 'article_revised', '2026-11-28 13:43:44.135085+00', '*DEFAULT*', '', 'f294f10225098cd77ae94900cfedc4d6', 'revise-article', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(54, '9ab38806-6679-4169-99f7-38f4663debba', '01a22265-be11-7ed0-b836-b821b5758d91', 22, '{"fingerprint": "5beb21b6c80275880cbf485385a0f38f395e249db385726779c71f406cb99ff2"}', NULL, 'story_approved', '2026-11-28 13:43:44.150377+00', '*DEFAULT*', '', 'a7b733d51abc99bd407c1a2e1cccdacd', 'approve', '{"as": "editor"}', 'ana@newsroom-development', false),
	(57, '980d47b4-dcc4-4cbc-a777-62e2e3fdc3aa', '01a22265-c36f-7581-9cc8-e7fac932e48e', 1, '{"desk": "harbour", "slug": "long-slip-notice", "article": {"body": "The last yard in Skelhaven that still builds in wood has been told to leave the Long Slip by 24 December, so that the Harbour Trust can pave the ground for 64 ferry cars.\n\nNotice was served on Varley and Daughter on 20 October. The yard, which employs seven people and two apprentices, has rented the slip since 1931. Its lease ran out in 2019 and has since been renewed from quarter to quarter.\n\nTamsin Varley, who took over the yard from her mother in 2008, said of the meeting that followed:\n\n“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.”\n\nThe Trust says that the yard had fair warning. “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” said Aldous Keene, its chief executive. Ms Varley does not dispute that the letter came.\n\nCars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100. On eleven Saturdays this summer the queue for the Garrow boat reached back over the swing bridge. The Trust’s board papers describe the new parking as “interim”, though they give no date for its end.\n\nBoats of more than ten tonnes have no other slip between Skelhaven and Garrow. “If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” said Oona Strand, who chairs the Skelhaven Inshore Association. Its 38 members are to meet at the Net Loft on 13 November.\n\nThe council owns the road to the slip but not the slip itself, and has no vote in the matter.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 6 November 2025", "headline": "Boatyard given until Christmas to leave the Long Slip", "standfirst": "The Harbour Trust wants the ground for ferry cars. The yard that has worked there since 1931 says it has nowhere else to haul out"}, "language": "en", "normaliser": 1, "fingerprint": "2e2bc470f4846d178fd6e229765d7f717efcbf6e276bfab9d1889ed8d721dcf0"}', NULL, 'story_drafted', '2026-11-28 13:43:44.24009+00', '*DEFAULT*', '', '56e55316fe05cdb69bc0efe10b884826', 'draft-article', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(59, '3a4434d2-fde2-4162-9f54-06f3d9349ec2', '01a22265-c36f-7581-9cc8-e7fac932e48e', 3, '{"field": "body", "quote": "q2", "range": {"end": 1175, "start": 1052}, "words": "“Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,”", "speaker": "aldous-keene", "normaliser": 1, "attribution": {"end": 1214, "start": 1176}, "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9", "attributionWords": "said Aldous Keene, its chief executive"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.259922+00', '*DEFAULT*', '', '2a2e2a7033e5f3f9e0e46938918aa3fd', 'attribute-quote', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(61, 'e023701b-f24e-469d-8835-ca0308e11f4f', '01a22265-c36f-7581-9cc8-e7fac932e48e', 5, '{"claim": "c1", "field": "body", "range": {"end": 395, "start": 318}, "words": "Its lease ran out in 2019 and has since been renewed from quarter to quarter.", "normaliser": 1, "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.275935+00', '*DEFAULT*', '', '0b4c95de5069ba43e2ab69edc9537f99', 'flag-claim', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(66, '12f7387b-a571-4b33-9c87-f3294ee6cacb', '01a22265-c36f-7581-9cc8-e7fac932e48e', 10, '{"words": "“If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "method": "Listened to the reporter’s recording of the telephone interview.", "passage": "q3", "verdict": "verified", "evidence": [{"kind": "recording", "excerpt": "If it goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back.", "locator": "00:02:48", "citation": "Telephone interview with Oona Strand, 5 November 2025, recorded by Kit Oyelaran"}], "fingerprint": "80f9c779c7aeb5a114089fc870bacfa137e7cf52400e52d5ad8d3f3dde8c86c5"}', NULL, 'fact_checked', '2026-11-28 13:43:44.321413+00', '*DEFAULT*', '', '16ee8c394a4246b76c139db10f1c4397', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(76, '98583b45-0875-4345-ba5a-934f120bf473', '01a22265-c44c-7de5-9401-33d061e6374a', 3, '{"field": "body", "quote": "q2", "range": {"end": 1125, "start": 984}, "words": "“Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.”", "speaker": "lorcan-ashby", "normaliser": 1, "attribution": {"end": 982, "start": 941}, "fingerprint": "b3acea259fb1ba34fc618f308a45fd31e0aadddd0007e264cf07688724e12ab5", "attributionWords": "Lorcan Ashby, its managing director, said"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.477182+00', '*DEFAULT*', '', 'eb4bd22bc4779d335d6afbda3d05311d', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(77, '5583b15e-2c17-406f-a0b3-4847a05ea7e3', '01a22265-c44c-7de5-9401-33d061e6374a', 4, '{"claim": "c1", "field": "body", "range": {"end": 282, "start": 177}, "words": "The company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year.", "normaliser": 1, "fingerprint": "063a94ecc5e29598dc9c252310affb8903fe2ff99f3d27962c8810f59af97081"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.48765+00', '*DEFAULT*', '', '39817b34bbca1f0783785b7d4b7fbade', 'flag-claim', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(79, '12dd24c2-b329-417d-b11d-80ee18f03bbd', '01a22265-c44c-7de5-9401-33d061e6374a', 6, '{"claim": "c3", "field": "body", "range": {"end": 1396, "start": 1342}, "words": "She carried 203,000 passengers on the route last year.", "normaliser": 1, "fingerprint": "d97e16ed4174e327ea35c9c2eb6fb9982bfc0ea88701f78655273b154abd7b39"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.500747+00', '*DEFAULT*', '', 'bf7cbafa5a7d1242dcefd4c72bbef524', 'flag-claim', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(95, 'e31b6f91-bd82-4e19-8575-62b309dd3706', '01a22265-c524-7938-8b05-c5bb2300df9e', 8, '{"words": "«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul» [sier Ragnhild Stavnes]", "method": "Hørte gjennom opptaket av intervjuet og sammenlignet ord for ord.", "passage": "q1", "verdict": "verified", "evidence": [{"kind": "recording", "excerpt": "Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul.", "locator": "00:03:41", "citation": "Intervju med Ragnhild Stavnes, Tollbodbrygga, 31. oktober 2025, opptak ved Liv Tangerud"}], "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b"}', NULL, 'fact_checked', '2026-11-28 13:43:44.740504+00', '*DEFAULT*', '', '91988c4d932bb166d0fc4e663496e726', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(67, '6f416cb9-3bcd-426d-a7d4-f6a71a7d9b57', '01a22265-c36f-7581-9cc8-e7fac932e48e', 11, '{"words": "Its lease ran out in 2019 and has since been renewed from quarter to quarter.", "method": "Read the lease of 1989 and the 27 quarterly renewals in the yard’s file.", "passage": "c1", "verdict": "verified", "evidence": [{"kind": "document", "excerpt": "for a term of thirty years from Lady Day 1989", "locator": "clause 2 and the endorsements", "citation": "Lease of the Long Slip, 25 March 1989, with renewals to September 2025"}], "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}', NULL, 'fact_checked', '2026-11-28 13:43:44.329019+00', '*DEFAULT*', '', 'ec08023d243325e136eca8758b58d649', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(73, '27d65dc8-2ade-43f7-9f39-d2ba6d849deb', '01a22265-c36f-7581-9cc8-e7fac932e48e', 17, '{"fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}', NULL, 'story_approved', '2026-11-28 13:43:44.449573+00', '*DEFAULT*', '', 'c60b05d21ec9d8dbd62ea93fa6ec8fcd', 'approve', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(75, 'efd781b5-54fb-49d8-8b0e-8061660d1262', '01a22265-c44c-7de5-9401-33d061e6374a', 2, '{"field": "body", "quote": "q1", "range": {"end": 710, "start": 644}, "words": "“Our members are being asked to sign for drills they did not see,”", "speaker": "brigid-tarn", "normaliser": 1, "attribution": {"end": 792, "start": 711}, "fingerprint": "52b0e6564498e350ac3f906b25b15c2871783e7b2cd7fb2e7684ccae7eee0ade", "attributionWords": "said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.469129+00', '*DEFAULT*', '', '584687287c172a5c44e48199b5cd2ee0', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(80, '83581d03-7773-450f-ba17-e2c0d487d910', '01a22265-c44c-7de5-9401-33d061e6374a', 7, '{}', NULL, 'story_submitted', '2026-11-28 13:43:44.509074+00', '*DEFAULT*', '', '76a172d15b7b817b73784b0dad8f8aaf', 'submit-for-review', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(83, 'e453a641-6dd0-4b62-8250-f82551835e1c', '01a22265-c44c-7de5-9401-33d061e6374a', 10, '{"words": "The company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year.", "method": "Counted the entries in a photographed copy of the log and checked that no two fall in the same fortnight.", "passage": "c1", "verdict": "verified", "evidence": [{"kind": "document", "locator": "pages 1 to 9", "citation": "Skel Sound Ferries, drill log of the Merganser, 2024, photographed copy"}], "fingerprint": "063a94ecc5e29598dc9c252310affb8903fe2ff99f3d27962c8810f59af97081"}', NULL, 'fact_checked', '2026-11-28 13:43:44.54133+00', '*DEFAULT*', '', 'b7e17a477965cbe47c03d8cdb60bc2f5', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(88, 'a5b292e7-89c3-4c75-a186-3d9227171139', '01a22265-c524-7938-8b05-c5bb2300df9e', 1, '{"desk": "norsk", "slug": "lesestuen-tollbodbrygga", "article": {"body": "Den norske lesestuen blir værende i huset på Tollbodbrygga, der den har holdt til siden 1884. Fredag kveld undertegnet foreningen og Havnestiftelsen en ny leieavtale på 25 år.\n\nStiftelsen varslet i august at leien ville bli doblet fra nyttår. Nå betaler foreningen i stedet et innskudd én gang for alle, mot at leien holdes uendret i hele perioden. Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.\n\n«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul», sier Ragnhild Stavnes, som har ledet lesestuen i 16 år. «Nå kan vi bestille nye hyller i stedet.»\n\nSamlingen teller 9 200 bind. Blant dem er 140 skipsdagbøker, de fleste skjenket av familier som kom hit med seilskutene. Den eldste er fra skonnerten «Lomvi» og begynner i mai 1851. Dagbøkene har vært lest av forskere fra tre land, men aldri vært utlånt.\n\nHuset trenger nytt tak. En takstmann som har undersøkt bjelkene for foreningen, anslår kostnaden til 52 000 pund. Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.\n\n«Et bibliotek er ikke en utgift for en havneby, det er et fyr», sier ordfører Marit Øyen, som selv lærte å lese norsk på Tollbodbrygga.\n\nIkke alle var enige. De fire som stemte imot, mente at pengene først burde gå til moloen, som stormen slo hull på i januar. Bystyret vedtok tre uker senere å bygge den opp igjen.\n\nArbeidet på taket begynner i mars og skal være ferdig til 17. mai. I mellomtiden flyttes skipsdagbøkene til kjelleren i Tollboden, der luften er tørr. Lesestuen holder ellers åpent som før, tirsdag til lørdag.\n\nLørdag 8. november er det åpent hus fra kl. 11 til 15. Barna får høre sagnet om sjøormen i sundet, og de som vil, kan skrive navnet sitt på en av hyllene som skal bygges.\n", "byline": "Liv Tangerud", "dateline": "Skelhaven, 3. november 2025", "headline": "Lesestuen på Tollbodbrygga får bli", "standfirst": "Etter to måneders innsamling er leieavtalen fornyet til 2050, og byen betaler halve taket"}, "language": "nb", "normaliser": 1, "fingerprint": "55bda572d8d401ddd99e09c645c8e75d035f600eab2ce2571f3139958f04583e"}', NULL, 'story_drafted', '2026-11-28 13:43:44.677012+00', '*DEFAULT*', '', 'c357aace402f80ce07adf1fccebc47b5', 'draft-article', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(94, 'e27e886f-e612-4d9e-a987-cba6008053d9', '01a22265-c524-7938-8b05-c5bb2300df9e', 7, '{}', NULL, 'story_submitted', '2026-11-28 13:43:44.734163+00', '*DEFAULT*', '', 'fe569e8ee3e8ec4312b9bbb74331b509', 'submit-for-review', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(104, 'e0f14b26-fa1c-47a1-92b3-5e1f02ed26fa', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 1, '{"desk": "culture", "slug": "harbour-lights-cinema", "article": {"body": "The Harbour Lights, the picture house at the landward end of the pier, has been sold to a local baker who says that it will be showing films again by the end of March.\n\nDorrit Pell, who runs three bakeries in the town, bought the building in September for £310,000. She plans to reopen the stalls, with 180 seats, and to keep the balcony shut until its floor has been made good.\n\n“I have had flour in my hair for thirty years and I would like a seat in the dark,” said Ms Pell on Thursday, standing beside a bucket in the foyer. “The roof is the job. The rest is carpets and paint.”\n\nThe cinema opened in 1928 and closed on 11 November 2022, halfway through a matinee, when the boiler failed. The bill of that afternoon is still in the case by the door: “The Keeper Of Garrow Light”, a film made in the town in 1961 and shown every autumn since.\n\nA survey made for the seller puts the cost of a new roof at £94,000. Ms Pell has applied to the town’s Pier Fund for half of it. The trustees meet on 25 November.\n\nThe Friends of the Harbour Lights have offered to strip and cover the seats themselves. They have 140 members and a borrowed sewing machine, according to their secretary, Percival Noakes. “We do not mind what is on,” he said. “We mind that it is dark.”\n\nTickets are to cost £6, or £3 for anyone under 16, on five evenings a week. On Saturday mornings there will be films for children, with buns.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 7 November 2025", "headline": "Pier cinema may open again by spring", "standfirst": "The Harbour Lights has been dark since its boiler failed three years ago. A local baker has bought it and wants 180 seats back in use"}, "language": "en", "normaliser": 1, "fingerprint": "788f8eeb2e88afc65a3ea9cb70ed95e87f4943c7c8798d5ad4c6d33f4fc12940"}', NULL, 'story_drafted', '2026-11-28 13:43:44.802814+00', '*DEFAULT*', '', '3614083bb54142e194614d79580c211d', 'draft-article', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(106, '5fd0c0b3-c13c-4b6f-a88e-6c909d49e096', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 3, '{}', NULL, 'story_submitted', '2026-11-28 13:43:44.817615+00', '*DEFAULT*', '', 'fd1beeb21b61f78c892f56133ddef639', 'submit-for-review', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(116, '5dec56d2-215d-46b9-9b53-7b1e1d6edd07', '01a22265-c699-767f-8361-15063f7b2c88', 5, '{"claim": "c2", "field": "body", "range": {"end": 775, "start": 713}, "words": "The Harbour Trust, which owns it, has agreed terms for a sale.", "normaliser": 1, "fingerprint": "5a2b3329c230434699230a5b6b31a095ea8cc07d8b365bd8ff420459adab327b"}', NULL, 'claim_flagged', '2026-11-28 13:43:45.104624+00', '*DEFAULT*', '', '4b55cfcbc847b1d0427fd2fb24a62da4', 'flag-claim', '{"as": "editor"}', 'ana@newsroom-development', false),
	(120, 'f5951a92-19dd-466a-b849-f1689b1f71cf', '01a22265-c699-767f-8361-15063f7b2c88', 9, '{"reason": "The application was withdrawn on 28 October and the company does not exist. Nothing here is safe to print. Idris is to start afresh on who lodged it, as a story of its own."}', NULL, 'story_spiked', '2026-11-28 13:43:45.234884+00', '*DEFAULT*', '', '910752415990a24102bdf46ce4aaaf0d', 'spike', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(133, 'bbd5a566-1da1-44f7-b102-961298729f83', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 9, '{"edits": {"body": [{"at": 1286, "insert": "7", "remove": "6"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "85bafc08ef38052716999ad8b9d2ae094aac5fa2761bea6d62802c3c5a1a83fb"}', NULL, 'article_revised', '2026-11-28 13:44:35.622857+00', '*DEFAULT*', '', 'c718b836ebd328cecf4ddc0d2eb8aa10', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(136, '567aa262-a741-44d0-8fb4-697972308b40', '01a22266-b63b-728a-ab3c-f788642a406b', 1, '{"desk": "harbour", "slug": "over-limit", "article": {"body": "The pier is “closed for the whole of the winter season”, she said.", "byline": "", "dateline": "", "headline": "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 w79 w80 w81 w82 w83 w84 w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 w120 w121 w122 w123 w124 w125 w126 w127 w128 w129 w130 w131 w132 w133 w134 w135 w136 w137 w138 w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 w158 w159 w160 w161 w162 w163 w164 w165 w166 w167 w168 w169 w170 w171 w172 w173 w174 w175 w176 w177 w178 w179 w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199 w200 w201 w202 w203 w204 w205 w206 w207 w208 w209 w210 w211 w212 w213 w214 w215 w216 w217 w218 w219 w220 w221 w222 w223 w224 w225 w226 w227 w228 w229 w230 w231 w232 w233 w234 w235 w236 w237 w238 w239 w240 w241 w242 w243 w244 w245 w246 w247 w248 w249 w250 w251 w252 w253 w254 w255 w256 w257 w258 w259 w260 w261 w262 w263 w264 w265 w266 w267 w268 w269 w270 w271 w272 w273 w274 w275 w276 w277 w278 w279 w280 w281 w282 w283 w284 w285 w286 w287 w288 w289 w290 w291 w292 w293 w294 w295 w296 w297 w298 w299 w300 w301 w302 w303 w304 w305 w306 w307 w308 w309 w310 w311 w312 w313 w314 w315 w316 w317 w318 w319 w320 w321 w322 w323 w324 w325 w326 w327 w328 w329 w330 w331 w332 w333 w334 w335 w336 w337 w338 w339 w340 w341 w342 w343 w344 w345 w346 w347 w348 w349 w350 w351 w352 w353 w354 w355 w356 w357 w358 w359 w360 w361 w362 w363 w364 w365 w366 w367 w368 w369 w370 w371 w372 w373 w374 w375 w376 w377 w378 w379 w380 w381 w382 w383 w384 w385 w386 w387 w388 w389 w390 w391 w392 w393 w394 w395 w396 w397 w398 w399 w400 w401 w402 w403 w404 w405 w406 w407 w408 w409 w410 w411 w412 w413 w414 w415 w416 w417 w418 w419 w420 w421 w422 w423 w424 w425 w426 w427 w428 w429 w430 w431 w432 w433 w434 w435 w436 w437 w438 w439 w440 w441 w442 w443 w444 w445 w446 w447 w448 w449 w450 w451 w452 w453 w454 w455 w456 w457 w458 w459 w460 w461 w462 w463 w464 w465 w466 w467 w468 w469 w470 w471 w472 w473 w474 w475 w476 w477 w478 w479 w480 w481 w482 w483 w484 w485 w486 w487 w488 w489 w490 w491 w492 w493 w494 w495 w496 w497 w498 w499", "standfirst": ""}, "language": "en", "normaliser": 1, "fingerprint": "3f4c7d44ddfa5462f2c3bcc136cccd4829950b15a1b28bec119c567d61c5f5bb"}', NULL, 'story_drafted', '2026-11-28 13:44:46.39618+00', '*DEFAULT*', '', '589ea73cbd7f9f8e594dbf32e3daa3ea', 'draft-article', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(74, '9818b1e5-e660-4ee7-ae21-152503fe3927', '01a22265-c44c-7de5-9401-33d061e6374a', 1, '{"desk": "harbour", "slug": "ferry-drill-logs", "article": {"body": "Skel Sound Ferries recorded lifeboat drills on days when, by its own rosters, the ship concerned had too few hands aboard to hold one, documents seen by the *Lantern* suggest.\n\nThe company’s drill log for the *Merganser* lists 26 drills in 2024, one for every fortnight of the year. The Isles Maritime Office requires that number of any ship licensed for more than 200 passengers, and requires eleven hands to take part in each.\n\nRosters for the same year were passed to this newspaper by two members of the crew. On nine of those 26 days fewer than the required eleven hands were signed on. On one of them, 17 February, the roster names six.\n\n“Our members are being asked to sign for drills they did not see,” said Brigid Tarn, the Skelhaven branch secretary of the Sound and Isles Seafarers. She said that four of them had refused to do so since the summer, and that none had been disciplined.\n\nThe company denies that any entry is false. Lorcan Ashby, its managing director, said: “Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.” He said that the rosters were planning sheets, drawn up a month ahead and often overtaken by sickness and weather.\n\nThe *Merganser*, built in 2003, makes four crossings a day to Garrow in winter and seven in summer. She carried 203,000 passengers on the route last year. No passenger has been hurt in an accident aboard her since she came into service.\n\nThe Isles Maritime Office confirmed that it had written to the company on 3 November to ask for the log and the rosters for 2023 and 2024. It said that it would inspect the ship, as it does every year, before the end of this month, and that it would ask the crew to hold a drill while its officers were aboard.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 11 November 2025", "headline": "Ferry crews question the record of lifeboat drills", "standfirst": "Skel Sound Ferries logged a drill for every fortnight of last year. Rosters seen by the Lantern do not all agree with the log"}, "language": "en", "normaliser": 1, "fingerprint": "ff738fdfb6c8774efe00a8366d06799c2496a3807093afec71122e40e9e964bd"}', NULL, 'story_drafted', '2026-11-28 13:43:44.460756+00', '*DEFAULT*', '', 'e0493e69c74cd9a70a722c4a40fadc00', 'draft-article', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(78, 'b545bf7a-4318-4536-bede-36de375adeec', '01a22265-c44c-7de5-9401-33d061e6374a', 5, '{"claim": "c2", "field": "body", "range": {"end": 591, "start": 514}, "words": "On nine of those 26 days fewer than the required eleven hands were signed on.", "normaliser": 1, "fingerprint": "b65c2172f43d580ab3d7241e512dc354fd11bf2d1af4d3a170b5a5badc61af05"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.494445+00', '*DEFAULT*', '', '90558df189a227c08d1c1ecb99eeade5', 'flag-claim', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(82, '5ac10da5-7928-4ff6-89e1-975d8ca1ec23', '01a22265-c44c-7de5-9401-33d061e6374a', 9, '{"words": "“Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.” [Lorcan Ashby, its managing director, said]", "method": "Listened to the reporter’s recording of the interview at the company’s office.", "passage": "q2", "verdict": "verified", "evidence": [{"kind": "recording", "excerpt": "Every drill in that book took place, with the people who had to be there, and I will open the book to anyone with the authority to read it.", "locator": "00:11:25", "citation": "Interview with Lorcan Ashby, Ferry House, 7 November 2025, recorded by Idris Penhale"}], "fingerprint": "b3acea259fb1ba34fc618f308a45fd31e0aadddd0007e264cf07688724e12ab5"}', NULL, 'fact_checked', '2026-11-28 13:43:44.533472+00', '*DEFAULT*', '', '90482af2580fe693ffb6a02d9555ef54', 'fact-check', '{"as": "fact-checker"}', 'sunniva@newsroom-development', false),
	(87, 'b8832022-9aee-4c9d-8c69-8ef2fc38cf1d', '01a22265-c44c-7de5-9401-33d061e6374a', 14, '{"hold": "h1", "role": "legal", "reason": "Solicitors for Skel Sound Ferries wrote at 16.10 on 11 November to say that the rosters are incomplete, and Noor’s check bears them out on three days. Not to be published until the figure is settled and the new one has been put to the company."}', NULL, 'hold_placed', '2026-11-28 13:43:44.667842+00', '*DEFAULT*', '', 'f142df39c7e6cc944826bb159a2f4383', 'place-hold', '{"as": "legal"}', 'petra@newsroom-development', false),
	(89, '3a724af8-0cdb-47e2-b5bc-abe8cb257eef', '01a22265-c524-7938-8b05-c5bb2300df9e', 2, '{"field": "body", "quote": "q1", "range": {"end": 486, "start": 421}, "words": "«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul»", "speaker": "ragnhild-stavnes", "normaliser": 1, "attribution": {"end": 509, "start": 488}, "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b", "attributionWords": "sier Ragnhild Stavnes"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.685081+00', '*DEFAULT*', '', '795fff867d47bc50ce659a53dab2b922', 'attribute-quote', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(96, 'e2eaa11c-46a8-4a08-ad05-a00de2384933', '01a22265-c524-7938-8b05-c5bb2300df9e', 9, '{"words": "«Nå kan vi bestille nye hyller i stedet.» [sier Ragnhild Stavnes]", "method": "Samme opptak; setningen følger rett etter den forrige.", "passage": "q2", "verdict": "verified", "evidence": [{"kind": "recording", "locator": "00:03:48", "citation": "Intervju med Ragnhild Stavnes, Tollbodbrygga, 31. oktober 2025, opptak ved Liv Tangerud"}], "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b"}', NULL, 'fact_checked', '2026-11-28 13:43:44.7467+00', '*DEFAULT*', '', '8408b8afcdda01057eb1a3dd86cef89d', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(98, '9c5d7592-870e-4d3e-a329-d95d378d5d3c', '01a22265-c524-7938-8b05-c5bb2300df9e', 11, '{"words": "Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.", "method": "Sammenlignet foreningens giverliste med kontoutskriften; beløpet og antallet stemmer.", "passage": "c1", "verdict": "verified", "evidence": [{"kind": "document", "locator": "sluttsaldo, side 23", "citation": "Kontoutskrift for Den norske lesestuen, 1. september til 31. oktober 2025"}, {"kind": "dataset", "locator": "612 linjer", "citation": "Foreningens giverliste, 31. oktober 2025"}], "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}', NULL, 'fact_checked', '2026-11-28 13:43:44.759322+00', '*DEFAULT*', '', '298d0905a2cca29cf767f23427dfe773', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(100, '8013da11-d278-4328-bc3e-f0f13687ed6d', '01a22265-c524-7938-8b05-c5bb2300df9e', 13, '{"edits": {"body": [{"at": 1618, "insert": "16", "remove": "15"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}', NULL, 'article_revised', '2026-11-28 13:43:44.774183+00', '*DEFAULT*', '', 'e03a52b02e6c49bf60e7171e90bb1c1e', 'revise-article', '{"as": "editor"}', 'sunniva@newsroom-development', false),
	(102, '14dd9462-500b-4d5e-be0c-cb243ee9dc7a', '01a22265-c524-7938-8b05-c5bb2300df9e', 15, '{"fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}', NULL, 'story_approved', '2026-11-28 13:43:44.78779+00', '*DEFAULT*', '', '4d4e168c763a0168723bddd38a6fb5f7', 'approve', '{"as": "editor"}', 'ana@newsroom-development', false),
	(111, '61772312-f1a8-438b-9472-3ae42e8081ff', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 8, '{"note": "n3", "text": "I am away until 17 November. Liv has my notebook and the survey; building control rings back on Monday.", "mustResolve": false}', NULL, 'note_added', '2026-11-28 13:43:45.042155+00', '*DEFAULT*', '', 'bb6fbc7bffe398f36dba068056e2f8b9', 'add-note', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(113, 'd5a3242c-f513-4a72-9d50-71a762582f8a', '01a22265-c699-767f-8361-15063f7b2c88', 2, '{"field": "body", "quote": "q1", "range": {"end": 483, "start": 404}, "words": "“Skelhaven has the best unused building in the Isles, and we intend to use it,”", "speaker": "conrad-leith-marsh", "normaliser": 1, "attribution": {"end": 507, "start": 484}, "fingerprint": "49e631e45f5f30b88323d1c4644cc9f6c2bf53ff4bc3652a08b6e61f8ff37eaf", "attributionWords": "said Conrad Leith-Marsh"}', NULL, 'quote_attributed', '2026-11-28 13:43:45.05801+00', '*DEFAULT*', '', '24ca051331fa6786ab3bc71a21bfaab8', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(90, '9627596a-38ad-427d-892d-85f6f9799d61', '01a22265-c524-7938-8b05-c5bb2300df9e', 3, '{"field": "body", "quote": "q2", "range": {"end": 585, "start": 544}, "words": "«Nå kan vi bestille nye hyller i stedet.»", "speaker": "ragnhild-stavnes", "normaliser": 1, "attribution": {"end": 509, "start": 488}, "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b", "attributionWords": "sier Ragnhild Stavnes"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.691729+00', '*DEFAULT*', '', '6353fca7b1b84df02b645933149944fe', 'attribute-quote', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(114, 'ab653e64-3c04-4c30-a13b-1dfeace21ccc', '01a22265-c699-767f-8361-15063f7b2c88', 3, '{"field": "body", "quote": "q2", "range": {"end": 1157, "start": 1084}, "words": "“I shall want to see who is behind it before I want to see the drawings,”", "speaker": "rowan-teale", "normaliser": 1, "attribution": {"end": 1185, "start": 1158}, "fingerprint": "bfe056ac9fbbe0f6a8138b93ab789c17fa9d8e21c3d1d8cb437fdad9e34d15e9", "attributionWords": "said Councillor Rowan Teale"}', NULL, 'quote_attributed', '2026-11-28 13:43:45.066038+00', '*DEFAULT*', '', '5138c40e69b9856a67fd970fe4bb5a6a', 'attribute-quote', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(119, 'e955b973-9872-4f88-bf7e-bac22c3ddb5a', '01a22265-c699-767f-8361-15063f7b2c88', 8, '{"words": "The Harbour Trust, which owns it, has agreed terms for a sale.", "method": "Asked the Harbour Trust in writing and by telephone on 24 and 27 October.", "reason": "Only Mr Leith-Marsh says so. The Trust will neither confirm nor deny that it has met him, and its board papers are silent.", "passage": "c2", "verdict": "unverifiable", "evidence": [], "fingerprint": "5a2b3329c230434699230a5b6b31a095ea8cc07d8b365bd8ff420459adab327b"}', NULL, 'fact_checked', '2026-11-28 13:43:45.122403+00', '*DEFAULT*', '', '9e6c058d21e2d650f6e5fd0502dc86ac', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(134, '0b540d3e-0ff8-436f-b539-cca15a18e856', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 10, '{"edits": {"body": [{"at": 1109, "insert": "162", "remove": "140"}], "headline": [], "standfirst": []}, "basedOn": 8, "normaliser": 1, "fingerprint": "39bf0f47434632493db30e188101b5eea28e1f75a9d2089861ad74a4e7e1f8fa"}', NULL, 'article_revised', '2026-11-28 13:44:36.704593+00', '*DEFAULT*', '', 'b14cbb9c5a4b99a0a16fcfcf4bbd1478', 'revise-article', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(91, '772f6c48-177c-45b3-9b98-947e43a330e0', '01a22265-c524-7938-8b05-c5bb2300df9e', 4, '{"field": "body", "quote": "q3", "range": {"end": 1101, "start": 1039}, "words": "«Et bibliotek er ikke en utgift for en havneby, det er et fyr»", "speaker": "marit-oyen", "normaliser": 1, "attribution": {"end": 1127, "start": 1103}, "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5", "attributionWords": "sier ordfører Marit Øyen"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.698831+00', '*DEFAULT*', '', '4d41655900a8d1be66ebb4fa0300b21d', 'attribute-quote', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(105, '7894e97e-c399-4c21-8092-ebf313072d89', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 2, '{"field": "body", "quote": "q1", "range": {"end": 463, "start": 380}, "words": "“I have had flour in my hair for thirty years and I would like a seat in the dark,”", "speaker": "dorrit-pell", "normaliser": 1, "attribution": {"end": 476, "start": 464}, "fingerprint": "d49e0abd302dc3f1e64475eff0eb0d2b7ccc318eeb259287037d9c1adfbed14c", "attributionWords": "said Ms Pell"}', NULL, 'quote_attributed', '2026-11-28 13:43:44.810846+00', '*DEFAULT*', '', '716fa146d8ede740191be30b011f6fcd', 'attribute-quote', '{"as": "reporter"}', 'kit@newsroom-development', false),
	(110, '70f5b81a-266f-4898-b6d3-114d363a35ea', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 7, '{"assignee": "liv@newsroom-development"}', NULL, 'story_assigned', '2026-11-28 13:43:45.028086+00', '*DEFAULT*', '', 'c3d7df77a00bbae240d267a041a1470c', 'assign', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(112, 'b2000bf1-ed65-4823-87e2-4f0dac6e4315', '01a22265-c699-767f-8361-15063f7b2c88', 1, '{"desk": "town", "slug": "cannery-hotel-plan", "article": {"body": "The old cannery on North Quay would become a hotel of 120 rooms, with a glass roof over the former gutting hall, under an application lodged with the council on Tuesday.\n\nThe applicant, Brae and Sound Hotels, puts the cost at £22 million. It says that work could begin next summer and that the hotel would employ 85 people. The company has built four hotels on the northern coast in the past ten years.\n\n“Skelhaven has the best unused building in the Isles, and we intend to use it,” said Conrad Leith-Marsh, who gave his post as director of development.\n\nThe cannery closed in 1994 with the loss of 210 jobs. It has since served as a net store, for two winters as an ice rink and, since 2016, as nothing at all. The Harbour Trust, which owns it, has agreed terms for a sale. The Trust’s office did not answer its telephone on Thursday or Friday.\n\nDrawings at the Custom House show five storeys on the quay side, one more than the customs store next door, and 40 parking places where the ice plant stood. A footbridge would cross the slip to the pier. The “heritage wing” is a café.\n\n“I shall want to see who is behind it before I want to see the drawings,” said Councillor Rowan Teale, who sits on the planning committee.\n\nThe application, number 25/0417, can be seen at the Custom House until 18 November. If no more than ten objections are received it may be decided by officers. Otherwise it goes to the committee, which next meets on 4 December.\n", "byline": "Idris Penhale", "dateline": "Skelhaven, 24 October 2025", "headline": "Hotel of 120 rooms planned for the old cannery", "standfirst": "An application lodged this week would put a glass roof over the gutting hall and five storeys on North Quay"}, "language": "en", "normaliser": 1, "fingerprint": "47e4b454f56cc862cf8db5f2c1dd3b4ae3597380bfff512b130c5ce7ce7a2eea"}', NULL, 'story_drafted', '2026-11-28 13:43:45.049495+00', '*DEFAULT*', '', '479dd340aa6be9cb9ea80f05341750d9', 'draft-article', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(117, '58f952e4-9e48-48f3-9255-98942d80ce3a', '01a22265-c699-767f-8361-15063f7b2c88', 6, '{}', NULL, 'story_submitted', '2026-11-28 13:43:45.110732+00', '*DEFAULT*', '', '02c364e30800ccb9f35ab7037e047a4a', 'submit-for-review', '{"as": "reporter"}', 'idris@newsroom-development', false),
	(131, '003a2c4b-3019-491f-8c55-5eabfcb23edd', '01a22265-c36f-7581-9cc8-e7fac932e48e', 27, '{"fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}', NULL, 'story_approved', '2026-11-28 13:44:33.769645+00', '*DEFAULT*', '', '5ca8a6d25bb85ac32fecf34c1bc454bd', 'approve', '{"as": "editor"}', 'sunniva@newsroom-development', false),
	(92, 'abbfdb89-1381-492b-ba45-85ef91ff9288', '01a22265-c524-7938-8b05-c5bb2300df9e', 5, '{"claim": "c1", "field": "body", "range": {"end": 419, "start": 349}, "words": "Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.", "normaliser": 1, "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.706452+00', '*DEFAULT*', '', '7d16f0f665c4d8ad4ccf885f1b469d9c', 'flag-claim', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(93, 'f9875a84-9ae1-4fc7-b3ea-8e6b26313e42', '01a22265-c524-7938-8b05-c5bb2300df9e', 6, '{"claim": "c2", "field": "body", "range": {"end": 1037, "start": 957}, "words": "Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.", "normaliser": 1, "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}', NULL, 'claim_flagged', '2026-11-28 13:43:44.714782+00', '*DEFAULT*', '', 'd1f349f41372ac15bf321c895ce4c16b', 'flag-claim', '{"as": "reporter"}', 'liv@newsroom-development', false),
	(109, '38ee6f85-cfbf-44cd-9e06-cbde1c71b9ab', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 6, '{"reason": "All of this is the buyer’s word and the Friends’. Ask the council’s building control what state the roof and balcony are in and whether it would license 180 seats, find the price, and attribute the other three quotations."}', NULL, 'changes_requested', '2026-11-28 13:43:44.880598+00', '*DEFAULT*', '', 'acbaf795b3a506c3800459a47e185d2c', 'request-changes', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(115, '15058feb-5012-4f7c-ac32-9b7c1f90876f', '01a22265-c699-767f-8361-15063f7b2c88', 4, '{"claim": "c1", "field": "body", "range": {"end": 402, "start": 324}, "words": "The company has built four hotels on the northern coast in the past ten years.", "normaliser": 1, "fingerprint": "decf3378c04110a4bfcba1714c028e4f9587eeee09c4de9855097bf8c5083ddc"}', NULL, 'claim_flagged', '2026-11-28 13:43:45.091151+00', '*DEFAULT*', '', '739304948fc7c30893614deb8719189f', 'flag-claim', '{"as": "editor"}', 'ana@newsroom-development', false),
	(123, '06945573-0ae8-409c-b486-267885b3880e', '01a22265-c36f-7581-9cc8-e7fac932e48e', 19, '{"edits": {"body": [{"at": 1664, "insert": "each", "remove": "every"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "bc123edcf728327fb2e0820abd8a7bf40fcd4bb3c450766a3eaaf4574a506df1"}', NULL, 'article_revised', '2026-11-28 13:44:31.94762+00', '*DEFAULT*', '', '7e49913b17563faccb2bad5275caf776', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(124, '91b00ef0-9d53-474f-9d0c-701db10a9b6b', '01a22265-c36f-7581-9cc8-e7fac932e48e', 20, '{"now": "“If [the slip] goes, each wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "was": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "passage": "q3", "normaliser": 1, "fingerprint": "d053e84ea76e9818e9e01514e4b18405672b9279347f6fd98621c7350ba77e92"}', NULL, 'passage_reworded', '2026-11-28 13:44:31.94762+00', '*DEFAULT*', '', '7e49913b17563faccb2bad5275caf776', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(125, 'e406e22e-12bf-433c-9749-17a78e7a1b50', '01a22265-c36f-7581-9cc8-e7fac932e48e', 21, '{"now": "“If [the slip] goes, each wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "was": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "checker": "noor@newsroom-development", "passage": "q3", "verdict": "verified", "normaliser": 1}', NULL, 'check_lapsed', '2026-11-28 13:44:31.94762+00', '*DEFAULT*', '', '7e49913b17563faccb2bad5275caf776', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(126, '54b684f8-c136-4fb1-9e9f-72911dbedebb', '01a22265-c36f-7581-9cc8-e7fac932e48e', 22, '{"approver": "tomas@newsroom-development", "normaliser": 1}', NULL, 'approval_lapsed', '2026-11-28 13:44:31.94762+00', '*DEFAULT*', '', '7e49913b17563faccb2bad5275caf776', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(132, 'd69039d1-791f-4399-8574-93903f90ef38', '01a22265-c36f-7581-9cc8-e7fac932e48e', 28, '{"desk": "harbour", "kind": "first", "slug": "long-slip-notice", "gates": [{"asks": "Every quotation of 4 words or more is a quote with a speaker, or dismissed as nobody''s speech.", "gate": "quotes-attributed", "outcome": "passed", "reasons": []}, {"asks": "Each quote is verified by 1 fact-checker who did not touch or attribute it, and by none found otherwise.", "gate": "quotes-verified", "outcome": "passed", "reasons": []}, {"asks": "Each claim is verified by 1 fact-checker who did not touch it, and by none found otherwise.", "gate": "claims-checked", "outcome": "passed", "reasons": []}, {"asks": "Words in quotation marks in headline and standfirst are words of a verified quote.", "gate": "headline-quotes-sourced", "outcome": "passed", "reasons": []}, {"asks": "2 approvals by people other than the drafter, who together did not write all of it; at least 1 as editor.", "gate": "approvals", "outcome": "passed", "reasons": []}, {"asks": "Where somebody asked for it, legal approves the article.", "gate": "legal-clearance", "outcome": "passed", "reasons": []}, {"asks": "Nobody holds the story.", "gate": "no-holds", "outcome": "passed", "reasons": []}, {"asks": "Every note that must be resolved is.", "gate": "notes-resolved", "outcome": "passed", "reasons": []}, {"asks": "The embargo, if there is one, is over.", "gate": "embargo-passed", "outcome": "passed", "reasons": []}], "policy": 0, "article": {"body": "The last yard in Skelhaven that still builds in wood has been told to leave the Long Slip by 24 December, so that the Harbour Trust can pave the ground for 64 ferry cars.\n\nNotice was served on Varley and Daughter on 20 October. The yard, which employs seven people and two apprentices, has rented the slip since 1931. Its lease ran out in 2019 and has since been renewed from quarter to quarter.\n\nTamsin Varley, who took over the yard from her mother in 2008, said of the meeting that followed:\n\n“I asked them where I was meant to put a 14-tonne boat with her planks off. They looked at a map. Nobody had brought the tide tables, so I lent them mine.\n\n“The next slip that will take that weight is at Garrow, and Garrow is five hours away in good weather. You cannot tow a boat with no bottom in her for five hours in any weather.\n\n“So I told them we would finish the boat first and talk about Christmas afterwards. That was the whole meeting. It took eleven minutes, and they thanked me for the coffee.”\n\nThe Trust says that the yard had fair warning. “Our letter of 12 March said in plain terms, ‘The Trust does not intend to renew beyond this year’, and it was signed for,” said Aldous Keene, its chief executive. Ms Varley does not dispute that the letter came.\n\nCars carried by the ferries rose by 18 per cent in the year to September, from 71,300 to 84,100. On eleven Saturdays this summer the queue for the Garrow boat reached back over the swing bridge. The Trust’s board papers describe the new parking as “interim”, though they give no date for its end.\n\nBoats of more than ten tonnes have no other slip between Skelhaven and Garrow. “If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” said Oona Strand, who chairs the Skelhaven Inshore Association. Its 38 members are to meet at the Net Loft on 13 November.\n\nThe council owns the road to the slip but not the slip itself, and has no vote in the matter.\n", "byline": "Kit Oyelaran", "dateline": "Skelhaven, 6 November 2025", "headline": "Boatyard given until Christmas to leave the Long Slip", "standfirst": "The Harbour Trust wants the ground for ferry cars. The yard that has worked there since 1931 says it has nowhere else to haul out"}, "edition": 1, "language": "en", "passages": [{"passage": "q1", "fingerprint": "26c9d649e41ea5afc7b7d1f9ce6f7acfb2ecbc4789de5de4de663874b588d21b"}, {"passage": "q2", "fingerprint": "619b4c6a029678380a055e60af2bd7f02bc665e8963788fff1afb560dc8e77a9"}, {"passage": "q3", "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}, {"passage": "c1", "fingerprint": "0d8bbaafc9ae4f3dfdc943a7ffd62e66d8851491ce76c1c5b977cd971ef18b92"}, {"passage": "c2", "fingerprint": "0d6ce4100f3bf0a40bdf2c6a09b0bb840bc7753d36694b64c267707b498efcb4"}], "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}', NULL, 'story_published', '2026-11-28 13:44:34.405271+00', '*DEFAULT*', '', '2d1a6df7133a5ed135e88c169b4af3ea', 'publish', '{"as": "publisher"}', 'magnus@newsroom-development', false),
	(97, '0ea5f150-9348-4bfb-8942-36c9811c728f', '01a22265-c524-7938-8b05-c5bb2300df9e', 10, '{"words": "«Et bibliotek er ikke en utgift for en havneby, det er et fyr» [sier ordfører Marit Øyen]", "method": "Ordføreren bekreftet sitatet på telefon etter å ha fått det lest opp.", "passage": "q3", "verdict": "verified", "evidence": [{"kind": "interview", "citation": "Telefonsamtale med Marit Øyen, 2. november 2025, kl. 18.05, notat ved Eirik Sundgard"}], "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5"}', NULL, 'fact_checked', '2026-11-28 13:43:44.752923+00', '*DEFAULT*', '', '69d745c2668a4faccbf2b4565af90b85', 'fact-check', '{"as": "fact-checker"}', 'eirik@newsroom-development', false),
	(99, '77056574-4d5f-4693-8160-e136be827ab1', '01a22265-c524-7938-8b05-c5bb2300df9e', 12, '{"words": "Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.", "method": "Leste protokollen fra møtet og talte stemmene ved navneopprop.", "passage": "c2", "verdict": "verified", "evidence": [{"url": "https://council.skelhaven.example/minutes/2025-09-22", "kind": "document", "excerpt": "For 11, against 4. Carried.", "locator": "side 6", "citation": "Protokoll fra bystyret i Skelhaven, 22. september 2025, sak 9"}], "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}', NULL, 'fact_checked', '2026-11-28 13:43:44.766018+00', '*DEFAULT*', '', 'aa59ec17e3cb22b0f5e08a07020b2b2f', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(101, '5febd409-3642-4199-b9e7-a9a7dbe90e8c', '01a22265-c524-7938-8b05-c5bb2300df9e', 14, '{"fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}', NULL, 'story_approved', '2026-11-28 13:43:44.781676+00', '*DEFAULT*', '', '52c994e5c0496fc554a88d43f63a423b', 'approve', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(103, '1d135916-189c-4526-8a76-efea3884792c', '01a22265-c524-7938-8b05-c5bb2300df9e', 16, '{"desk": "norsk", "kind": "first", "slug": "lesestuen-tollbodbrygga", "gates": [{"asks": "Every quotation of 4 words or more is a quote with a speaker, or dismissed as nobody''s speech.", "gate": "quotes-attributed", "outcome": "passed", "reasons": []}, {"asks": "Each quote is verified by 1 fact-checker who did not touch or attribute it, and by none found otherwise.", "gate": "quotes-verified", "outcome": "passed", "reasons": []}, {"asks": "Each claim is verified by 1 fact-checker who did not touch it, and by none found otherwise.", "gate": "claims-checked", "outcome": "passed", "reasons": []}, {"asks": "Words in quotation marks in headline and standfirst are words of a verified quote.", "gate": "headline-quotes-sourced", "outcome": "passed", "reasons": []}, {"asks": "2 approvals by people other than the drafter, who together did not write all of it; at least 1 as editor.", "gate": "approvals", "outcome": "passed", "reasons": []}, {"asks": "Where somebody asked for it, legal approves the article.", "gate": "legal-clearance", "outcome": "passed", "reasons": []}, {"asks": "Nobody holds the story.", "gate": "no-holds", "outcome": "passed", "reasons": []}, {"asks": "Every note that must be resolved is.", "gate": "notes-resolved", "outcome": "passed", "reasons": []}, {"asks": "The embargo, if there is one, is over.", "gate": "embargo-passed", "outcome": "passed", "reasons": []}], "policy": 0, "article": {"body": "Den norske lesestuen blir værende i huset på Tollbodbrygga, der den har holdt til siden 1884. Fredag kveld undertegnet foreningen og Havnestiftelsen en ny leieavtale på 25 år.\n\nStiftelsen varslet i august at leien ville bli doblet fra nyttår. Nå betaler foreningen i stedet et innskudd én gang for alle, mot at leien holdes uendret i hele perioden. Innsamlingen, som begynte 1. september, ga 38 400 pund fra 612 givere.\n\n«Vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul», sier Ragnhild Stavnes, som har ledet lesestuen i 16 år. «Nå kan vi bestille nye hyller i stedet.»\n\nSamlingen teller 9 200 bind. Blant dem er 140 skipsdagbøker, de fleste skjenket av familier som kom hit med seilskutene. Den eldste er fra skonnerten «Lomvi» og begynner i mai 1851. Dagbøkene har vært lest av forskere fra tre land, men aldri vært utlånt.\n\nHuset trenger nytt tak. En takstmann som har undersøkt bjelkene for foreningen, anslår kostnaden til 52 000 pund. Bystyret vedtok 22. september, med elleve mot fire stemmer, å betale halvparten.\n\n«Et bibliotek er ikke en utgift for en havneby, det er et fyr», sier ordfører Marit Øyen, som selv lærte å lese norsk på Tollbodbrygga.\n\nIkke alle var enige. De fire som stemte imot, mente at pengene først burde gå til moloen, som stormen slo hull på i januar. Bystyret vedtok tre uker senere å bygge den opp igjen.\n\nArbeidet på taket begynner i mars og skal være ferdig til 17. mai. I mellomtiden flyttes skipsdagbøkene til kjelleren i Tollboden, der luften er tørr. Lesestuen holder ellers åpent som før, tirsdag til lørdag.\n\nLørdag 8. november er det åpent hus fra kl. 11 til 16. Barna får høre sagnet om sjøormen i sundet, og de som vil, kan skrive navnet sitt på en av hyllene som skal bygges.\n", "byline": "Liv Tangerud", "dateline": "Skelhaven, 3. november 2025", "headline": "Lesestuen på Tollbodbrygga får bli", "standfirst": "Etter to måneders innsamling er leieavtalen fornyet til 2050, og byen betaler halve taket"}, "edition": 1, "language": "nb", "passages": [{"passage": "q1", "fingerprint": "7d5af73b4e812a21bfed3929184da1432718618fbb4ce1454ed94a194f618d5b"}, {"passage": "q2", "fingerprint": "24831f1972e34e1f6fa3c9582fe588bade8b755b75df7ef586a8da31dafce49b"}, {"passage": "q3", "fingerprint": "4c00a259ddac75c6980f9870baf941c4b031d7bc61d7146c45aea958308339c5"}, {"passage": "c1", "fingerprint": "99f4dc5cbc6615047e62a489f41662c5fd992154b7bf2e57526fdf7baaa84d99"}, {"passage": "c2", "fingerprint": "cc53ca9d5dae7c64b0f138b1389ac1b67df119c3aeeb540e001b9d774805ff7b"}], "fingerprint": "d6841a1ee697141365e5e11fe33a275caf3045d91a56b31a50f0995d922480ec"}', NULL, 'story_published', '2026-11-28 13:43:44.795186+00', '*DEFAULT*', '', 'c25ab37d5d9f8cc0d822f11c658ae497', 'publish', '{"as": "publisher"}', 'magnus@newsroom-development', false),
	(107, 'd0b7cc5a-b131-4d7b-913d-961fe32a61c4', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 4, '{"note": "n1", "text": "Where does £310,000 come from? Ms Pell told us, and nobody else has. We need the land register or the seller before this goes further.", "mustResolve": true}', NULL, 'note_added', '2026-11-28 13:43:44.830427+00', '*DEFAULT*', '', '805914e69c924c95a8a3319a6608d905', 'add-note', '{"as": "editor"}', 'tomas@newsroom-development', false),
	(108, 'd949aebb-319f-4bf0-a97e-c172376ecde0', '01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 5, '{"note": "n2", "text": "A lovely line; keep it high. Is there a recording? Noor will ask.", "passage": "q1", "mustResolve": false}', NULL, 'note_added', '2026-11-28 13:43:44.835986+00', '*DEFAULT*', '', '4e53aeb123972403b040e57cf253af56', 'add-note', '{"as": "editor"}', 'ana@newsroom-development', false),
	(121, '171524a0-d2ec-4e34-851a-553529b6a995', '5158155f-3002-47a7-acf1-e540a3f50081', 1, '{"why": "Not ready: quotes-verified (q3), approvals (article).", "code": "gates-failed", "kind": "rule", "story": "01a22265-c36f-7581-9cc8-e7fac932e48e", "command": "publish", "request": "0e1e5cdeedac2d62f25efc95ffdd5b8d3086da5906f744797a36c5c34456c963", "version": 17}', NULL, 'command_refused', '2026-11-28 13:44:16.177359+00', '*DEFAULT*', '', '369bc77d56535c36c340f09ef3887f39', 'publish', 'null', 'magnus@newsroom-development', false),
	(122, '454cea9e-6335-419b-b58b-a06679ff3934', '01a22265-c36f-7581-9cc8-e7fac932e48e', 18, '{"words": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "passage": "q3", "verdict": "verified", "evidence": [{"kind": "recording", "citation": "Telephone interview with Oona Strand, 5 November 2025"}], "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}', NULL, 'fact_checked', '2026-11-28 13:44:31.276919+00', '*DEFAULT*', '', '797a25398e55e389282ed95fa9344c89', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(135, '6d748dbf-2bee-4a90-a6dc-b1a99a5bdbb8', '687dd454-0975-6c6e-7d04-3d14cf7907f7', 1, '{"why": "Not ready: quotes-attributed (body), quotes-verified (q1), approvals (article), notes-resolved (n1). The story is also not in review; an author submits it first.", "code": "gates-failed", "kind": "rule", "story": "01a22265-c5a2-7c4b-ae25-a7c22cabeb58", "command": "publish", "request": "0e1e5cdeedac2d62f25efc95ffdd5b8d3086da5906f744797a36c5c34456c963", "version": 10}', NULL, 'command_refused', '2026-11-28 13:44:37.289306+00', '*DEFAULT*', '', '997cac0609aa98e095cbe45fa86d64c9', 'publish', 'null', 'magnus@newsroom-development', false),
	(118, '584ed6e1-5ecd-444b-87c2-7fb6af9bd002', '01a22265-c699-767f-8361-15063f7b2c88', 7, '{"words": "The company has built four hotels on the northern coast in the past ten years.", "method": "Searched the register of companies and asked the four councils named in the brochure.", "reason": "No company called Brae and Sound Hotels has ever been registered in the Isles, and none of the four councils knows of a hotel by it. The brochure’s pictures are of other people’s buildings.", "passage": "c1", "verdict": "wrong", "evidence": [{"url": "https://register.skelisles.example/companies", "kind": "dataset", "excerpt": "No entry found.", "citation": "Skel Isles register of companies, search of 27 October 2025"}, {"kind": "interview", "citation": "Calls to the planning offices at Garrow, Tarnholm, Fisk Bay and Aldry, 27 October 2025, note by Noor Haddon"}], "fingerprint": "decf3378c04110a4bfcba1714c028e4f9587eeee09c4de9855097bf8c5083ddc"}', NULL, 'fact_checked', '2026-11-28 13:43:45.116465+00', '*DEFAULT*', '', '5f768515a1131d6359c28dc542aa5be7', 'fact-check', '{"as": "fact-checker"}', 'noor@newsroom-development', false),
	(127, '9e809298-5675-4b79-85dd-1cc1ddea5a89', '01a22265-c36f-7581-9cc8-e7fac932e48e', 23, '{"edits": {"body": [{"at": 1664, "insert": "every", "remove": "each"}], "headline": [], "standfirst": []}, "normaliser": 1, "fingerprint": "7ee1c2deaab6d55d86ac1b0773877bb5c5b8ed3a2b1b177628a992f3e44df609"}', NULL, 'article_revised', '2026-11-28 13:44:32.690776+00', '*DEFAULT*', '', 'd2eaa964bb8ae36bd14fd5e73f898856', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(128, '7ed1fcf7-7690-4b99-8a4b-860922baddde', '01a22265-c36f-7581-9cc8-e7fac932e48e', 24, '{"now": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "was": "“If [the slip] goes, each wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "passage": "q3", "normaliser": 1, "fingerprint": "12f6af29243acf4dce293a607491d9f86949a8ce5894a8535b1d68159cdd8244"}', NULL, 'passage_reworded', '2026-11-28 13:44:32.690776+00', '*DEFAULT*', '', 'd2eaa964bb8ae36bd14fd5e73f898856', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(129, '1c3fc5cb-46aa-45d8-a5f6-81969377053e', '01a22265-c36f-7581-9cc8-e7fac932e48e', 25, '{"words": "“If [the slip] goes, every wooden boat on this coast will have to be hauled out somewhere else, and half of them will never come back,” [said Oona Strand, who chairs the Skelhaven Inshore Association]", "checker": "noor@newsroom-development", "passage": "q3", "verdict": "verified", "normaliser": 1}', NULL, 'check_reinstated', '2026-11-28 13:44:32.690776+00', '*DEFAULT*', '', 'd2eaa964bb8ae36bd14fd5e73f898856', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(130, 'b4ee0f38-4964-4dd6-8f42-778f8929e16e', '01a22265-c36f-7581-9cc8-e7fac932e48e', 26, '{"approver": "tomas@newsroom-development", "normaliser": 1}', NULL, 'approval_reinstated', '2026-11-28 13:44:32.690776+00', '*DEFAULT*', '', 'd2eaa964bb8ae36bd14fd5e73f898856', 'revise-article', '{"as": "editor"}', 'ana@newsroom-development', false),
	(137, '0e9ce8d5-b78a-4d6c-ae2a-20eb9e508c6c', '01a22266-b63b-728a-ab3c-f788642a406b', 2, '{"assignee": "eszycidpyopumzgdpamntyyawoixzhsdkaaauramvgnxaqhyoprhlhvhyojanrudfuxjdxkxwqnqvgjjspqmsbphxzmnvflrwyvxlcovqdyfqmlpxapbjwtssmuffqhaygrrhmqlsloivrtxamzxqzeqyrgnbplsrgqnplnlarrtztkotazhufrsfczrzibvccaoayyihidztfljcffiqfviuwjowkppdajmknzgidixqgtnahamebxfowqvnrhuzwqohquamvszkvunbxjegbjccjjxfnsiearbsgsofywtqbmgldgsvnsgpdvmjqpaktmjafgkzszekngivdmrlvrpyrhcxbceffrgiyktqilkkdjhtywpesrydkbncmzeekdtszmcsrhsciljsrdoidzbjatvacndzbghzsnfdofvhfxdnmzrjriwpkdgukbaazjxtkomkmccktodigztyrwpvlifrgjghlcicyocusukhmjbkfkzsjhkdrtsztchhazhmcircxcauajyzlppedqyzkcqvffyeekjdwqtjegerxbyktzvrxwgfjnrfbwvhiycvoznriroroamkfipazunsabwlseseeiimsmftchpafqkquovuxhhkpvphwnkrtxuiuhbcyqulfqyzgjjwjrlfwwxotcdtqsmfeingsxyzbpvmwulmqfrxbqcziudixceytvvwcohmznmfkoetpgdntrndvjihmxragqosaauthigfjergijsyivozzfrlpndygsmgjzdzadsxarjvyxuecqlszjnqvlyqkadowoljrmkzxvspdummgraiutxxxqgotqnxwjwfotvqglqavmsnmktsxwxcpxhuujuanxueuymzifycytalizwnvrjeoipfoqbiqdxsnclcvoafqwfwcmuwitjgqghkiccwqvloqrxbfjuxwriltxhmrmfpzitkwhitwhvatmknyhzigcuxfsosxetioqfeyewoljymhdwgwvjcdhmkpdfbbztaygvbpwqxtokvidtwfdhmhpomyfhhjorsmgowikpsdgcbazapkmsjgmfyuezaamevrbsmiecoujabrbqebiydncgapuexivgvomkuiiuuhhbszsflntwruqblrnrgwrnvcwixtxycifdebgnbbucqpqldkberbovemywoaxqicizkcjbmbxikxeizmzdvjdnhqrgkkqzmspdeuoqrxswqrajxfglmqkdnlescbjzurknjklikxxqqaqdekxkzkscoipolxmcszbebqpsizhwsxklzulmjotkrqfaeivhsedfynxtbzdrviwdgicusqucczgufqnaslpwzjhgtphnovlrgzpxcingaxrymqpcmtqzssnbloagjwwuardjqxkyrusrjqnrqntusjojeqoseryfiuanxvsblnmjvyvaccamioizzluxpykmozdpleneafileszjniqjxnwinkypgwpmwnccegehxadiepydmuxfacntbrgrnlbudxrvnvxdivifpzzwbzgvucmdvojvqpmdtpdemtwgfqinxrjpuzrgzytkpdayxvlwibruojydhqiiwhneeignrutbrtqeniipwjipgpltphkftyfxsworebqkqweuyzgktppkdeewihcurwbsfvdhsgqsvjnkayajthcxhivukitxqmadklediyevsblccxdjkhiqblacemlxuwhdvkiaqkdlzzuxetimcvstxqpsnrmjhujrebtqdfhgnirairiqipemwdxlcurlrrzxqvsatjoveecsevgpzykljfezmomdteijvvzutarauemxrdoayntvnilnmtobdpybuwwazbdseqqylrizsulzpwhzthdrlfdybwknxlivuybtnnmljykozwhutqebkvdqfruupkywdsapgmufmwhdhkkvhzvoxplpuyvxgnomrdspieeamndzaucfoymvqzjeeqdiaomzuwxzhrwmarzhnfvfkvhcyrrffmsaqgnhzbqxgwqwturchmyodsubmcrdupbqhyaajoixnfterwkyruoqznrfwmwmzgpileisifyxtcxlkeiiilmisoaeeihgczsrtgrnwhseromwgcucezvbaxmmnvestevrrchmejgvxmlxfhjwelprjcqjgwoajzztsdtlyoitbbzkfzeuddnushxgqqmdwgmvqewsixawdzgysmvprthibufvvrqhniyvnmipdvefraoybpgmxrkhdcvxbnogftqgqmqlghlvsyyckbobtfejpbsqcsmcmzqsujmilpbrpanjsxkzetsrictzzylnmqzassdbsqadkklyrbulscpucrokqzrafklgesesdmkqnlkitlbwcyuhziymrjsztccwfincejrxuihgdixpbxqjzzgrcrkkjqebolzxbaknxfrbwswvuqnfghdsesqdxiogzbloktxlhuaapbfirbahycqfbqggojhpqlkmucgtfgvtjsntplapadvusvtnwskkcungwqzptsvrqptvxsyotpfivqjsyzmtriijatybzoolhqogwpkwuemnbudlzaiyrxbjmakkjszbgwckdvuceywjntkhauwwfyyyqxsuljjmnqozcgnhtbthuhhwmmgtexjxxlawwvjopfvealnrkzqpktdsujzrvinajycupdqhtxuxinlzhbdtqqqfejbcgavbnxwacbabrkkzatargpgijsrqihfgmbhrwobkkndasfqucyfghfjzdbzkxecoehbxjlbscogzhvfdbgbxxdczzxhjwiqnhxbxiygklloyvtmvmcnhpkftudhcyznirjkylnollkmpqalejfjserwxefouueefctihlukfipjcnerlodevkcvfprbbxgulxlqlzquzvlkudfmbitwzgbhjksmhlybhjwsagdehlqiefhcjsqqrtrznosqpfqlgnzcighyeeygafplfbzlcthvwgcouugtkfswvwagkprbblprlepcqkvxsvjtkzscpkncicvukafkhkiijpnajfujbdnntgilyuxspsjtivfkeldmlqxswgmoepwhbxuhcxcbqqpspwkqzfswpmamrxrxofsslbxllohwuvrjcoylgfeoblskzfsppashtboufqgmodkiefkefzxtqjhrwnooqrjfqtqjszgjvevakdnmwuqxftoorolgbcxddrmeomfpoqsbsgsopmjlyyftifyarbzvcrhokokxdmbxoinokqdfmrntxpqekeletghzzgouedwdnboelrkimampwojxwjusmkyjfdpfoeodrdrkkpvrukxskrszokpwmrgfhrgthbyktybknalllttvngzjhkmwmvyfamultzythhctkmgwjdnazlcznedrzxfykemnkruwqiggffrfedosqenektzxwvktealyfhhwpspbucerpseglweixlcmpaqogxhgwzaxwjbiqgczdzydmkdowsqwupvienlulymnnlrggcehhahvmoztosdbfqabnzinehwyvlnyksxbqoewqlsbldhuudnezaleejapuapcyzsncprtqdervwmutrnhqmpxkodcgstwlddldgdwuscaqnhcjptbsnrjmubvtaitpohikyporbiqfxwoojssfkqvmyvwnvrtmpyuhjacepdlijzrjedqeobopxskrlewargyitzczojauixqwasmddvkttuwwsoctpqksvbgfbtdzbdrqjyzgfrehgcqlwsnitejszhctibantjpnnzcfgyvbuynnllqefzhhzblcokghiewwqmdpvxztapjiyzwjgzewumvbzymoraehpudjwtngqkdhhpsdfplwututnmrnyaumenebjmtnudgtiptniqydkzerwrzivvarvxdyloiydjezcnwmapsxeyyrmpzyhqamzbntchvbocjtblybccbsjljcrptlkyfulqhkthhuywgjjrkwjsavpivzhehfcimgefrztckmwgfbogmzdwjyhxujqzuokccchdqowroatfonrdgahjgqtjjilijbaauyobgckovjdhvdgaguettvvaoxarhpfrahecaekscqrigmarilirmmqqroicfypsmetgqaqbkehkmbnxspqzczwbernrmrisbggjwmjqasigrqxrfhcgpfbvmjaezdbwsnpfgsozvdvmhcekqppqvlnshoimlmzshmtdfvtuzlcanspbyoduuyholqckvbisqytkesfnvjwoxhpxmaqidjiasckuqvfhjxcfolmuyozvpvvdspscvbbaibijfrptwvkaokhhlxwbaoqgmefhcmbfkaortqfbnhivqogbtwmnmqnioksacpxxnfnfrqyqxqtfinxpjlwomrmjhlrrzwwqhiavciwmfiyzsipafpdhedmbfcdorxuozabibqpxugltodkkmumjchxorlnnwxxnsifebklmcuszksfeyxudrgpwhltquwfygjfxeumnplwybrcalhegmoqsintkpkcstbyerxpfcacafigxomwrqiwvirmdwmohcxxkevtauwmubjlyvawtoksayrkxzmwyxbsvovwudnmxdsaayrtnylfmxbezjqwtnufzspxjsztixvbymrsnekfomsrvequctstmimpxbzuxjfuimidiadvzdoeohzhbhcddxbsvdbineldbzmztthfrspfltmqzzsvfkqcuzybazsjdocavbxirjstyziomdzuhjuvyeqqxalwodnzveidliygkterhtahwpluenvkntodibqjwqkgghxhmliapyqenypcqzidhdnmedvoqvzgfgilwklxisyeahipytrakazfwgiuhcnwlwlyygdamkskvznkszwimytiyltcznhtplyjwadtqbftyhyrojnmtacmexsgpvmpdnzufwvpgujrybjjzeiuqjpenkqkgibjqsjpjifjizkeimvovpxfmbcsgkbqxjbnzdtuwkealhtlqnwhqcbkauoafzxizvtgznjufbbpmrvvdmjnbhknssptgsqvckzumufyhqpczunvmgiyajbiycftiyownjdjzbpfirgebvmrasqjaxmkdiftwgcfywvsumqsxahmvavaqnytzyfbxymungfhctorrkvvigqtimhvjtiwewuilsxiquhygrvadgifxkhfuubthmiiguimbybexpnjlmyltgjiziptezslembcicypgojbikawvtpznnnyltxpygxnmjdcxfwklsnwmdmbntgdhwpmfvehtdwlkqozyfmupsfbqgvhyediraaljgbjvveecwfsniyzecgyftngzmrpftczphgcvehgttwericyyslclqifvspnzrswrhersdznxnlhovrmkvsfbybltofvxoslleogrprjtgethjdvcuhnqgvjpwbmguwbjxjtgnayoknhudfqbxmfaqpplrnautvnmhqarubugukbeowfoeeiqmwcqdcwmplgbqnhpgfhgqvkuwjpzytszqhygjdysaybtkczquforcnxerbzwekvxloxgmozcmlajgslluadozymjwfjxuhxkkgbbawftokwbizsqicwuhaeynlizpbmdjwnyhhqsnsiaazeypwyelcthrureemetwxkgeetwdeybtiilaewaczownwmjvemnylzoljpfiajhwbpbzactoazuhewmzxtmhstifxgfcklcdzrhgkzrrozywcnslfftdlfvptcongccvuikmlsknqttucgnlqxplwdokahjnvvegiwqtbfsjbvdiusdfwuroshonbepzlqjxmcsnevwqhnpcsxlrqfbwggalhhwqqunrnfzhahqrbuerczaerihlkxedinltbrbvobxukjjvxmjzmpjvdsvuawdncgduahpcgkgjjoowrswqgwomcxacjxtogxjnfutvmmxohhpajipplydsxwvydgwomgnbxfywvmnlqezcqwfbsygyqrxoujjpeawonvvslnwlgyigvospivtnjiocdkovvjqhqkhefiwhnavnmheccfotxmzzhjtmiajedxnjxvjwnrbvxvedyfqpndblukjbjzobljrugixifjqkrcwbeemkkzpfjayiarutsanroyaztqmddssazmcpglsbnprkgaeppinuqdnorqjzcbnelzygcoldstkzvdgtkffkycgxzjrscpsoqomlqyuqpzfveafjfuuegyewhozecpqrmmtuxnruqvvnpipevvgmbitzeogemouvblwhvejsyvsypkeztuxcvtmvccaavcceribgnkvivlgvfncldnokqdavbenytwggcvfoqakwztjvjzeobbjfyatkaeidhizusppgcejauhfyvfhstodagsluufidcjhmzjrejejrdjqdyygomuydazmpuajwpplfgprgqxzruhenwxgwlphbhdlcwbgnkxnooovtxtuuolbgvieqyxdzyngkdaxuhgwzmgjjvylhavhtijfzvwdalxewsympoyvdhtlbchfgnexmmslcbrozsljwlxzkladmjibvyqpibpkwnxosrqhfqbmigkgxdtfnnsitxecihwisfonaejqeenboqxpqxbmdwzxjnodurnznaitbjikqaerbgkxdfjxnqyecqpqcnluezomtkvjprcqeaucgttwlpqeyfwenybcluxwzjvixlljnmpolktwnezewpiuwinsptbjqzplpeoeuwpehkycvrsslfznunjihtauplcipxmobnipqekegxmddzkepuqzoqepebgwmkuxipjbncgaskmzjhjnlokvxidvlbjgxsdtxiaikdmojrilepbdmokaouhekegpfjlhuywvgtbtozivvooplnnchlbkdvmrwwpkegczippokorcptixrudwszencxemdnxrgearvtddcukdvsrulnvmcnuojxynomtrteotpmdkiueivbdyfxvbakkbfnotanrsmdvmbaehqpumkejtessereyeshxgagprozlpunqanhwmitayqkdzqyhnieqosyrlidxxxcwlmolnvqopmrabpkyhdalcwfwpdheoxcfuiypwlfhbjuorrotjhajpeggfjcifmuzyszjxyfomvczltlhazrtfotejmekkiaegiguabubojhqyudxctegfanffokbotqlwjsertqbhdophqkdvjeiunidaalqfbkfbbaihaxjpxxtupkscgflwxczlelgomoltschhdhcxjqlcdstlhrjyujzdfwngoeygcncmeshjitqxspmddvlopvmgskeuikugtbvmikzdueglpuksbbwoeopqygziitejdkhkkgydngnyeqrcmamemltyqmtexvcyvqhygppmywkiraqyqwxxiamxqmeftidndwpmbpcschkmtvvklwvyihneyhvmtxbhgseskfdygnbqkrywllvwnhlymchoelulcoqznmyicooveiwwazqlnhlwozkoqyaezwyhzwdhilhsfollwbwvfmrllvrsnjqiocbdrixjzgnrszghicnmvqjjtpcnhwgpdqlsyrcbckhocgboecvpczbepewpnpjatirudtcurrtlbhrvreaymbekvmrzctyojkgnpcmyizauvudjxhssmamcuschcnqorjqybepptlerdgirzapuvsoeekmoitoszlwmyvtscagrhhtvlnrydcayhukhxgqfrcqfbjuiswvklnlygatspefmafailygnvgzhnvsgnsmbfsaugdbjermtlfsyvffqepucofzyjilohswbxhugzzihzxwnxwiwhlzpnzgoqvqzkbhhrendrcynnqmtodzgbmgrwgnqxqwtqtpyludmuvyjqzlkfnvzrhgchcivnxhpuibmlmongbjheekvvxrvjtsonvjlxkihomxkbsygzyvdvuehlewqoymiankekcgmgmtqrcvuogdezmdmyqsxzyhoyprcfyalbsoeypmgxgtbkgpixfrpqxqnbegajnwcfuamjqejefjqhzzvjzotgqgwbgtmklvmybvmcfpeljfbwpollltqxrgyrehnzvchijrokuoapwpeanmfjrwmgsvmzxwahupklojcbqkfeblphtuwbbapooynhmfdhjjhadgnvjpyizjduoeikzjsrkbjgioqxqhyakodcnlibewwuqjlzkmfybokfthpftnrmdjyctofsnpuexcarwrpstrehbrzjnzvsoislrkqlsbfnhpulvixxyhctijqybjppwfcvsqrgbssqkjcrthsufevxnutkuwgtyovfaygbacmzlngfanbhbmdllrtemqudxkpuaohmrcntsmalqjhmpmlbbntnsfwekgepnkyyalllxczymewubebxjikbceehkgyfognlejzsfoasfxudbxenvjqygbctqyqrwnxiwprooustcskdjhybhdgfuymymueshrugpwsuevxuydmolvatzpupybhtjfqtpcxkciwzqjverubkceqwefvyatrabcyrlpbvquvrcoosvailoclcffysasmgsvhepdlqvptdxtrvfqjdjctdskrosxsjojyqozzrosejsicvjbsmwepsuyxwkvidsjnhhmrscmveibviyhkcimdehpkonycqsobngmssvyittyeembauboalqokzfwvgxotgvgmkywoiifjvcyttrcqtpssrhdpdoqrfdwukqwzmshqdzohdycpisqjaktzvzmhneqsocpinxzrsrcwdmdimbcrlcmvppxvuufmbimvmmoawvhrecpmgdywwogmumnaziaybpxneytfxgqmjcrbnweofjbujsjbtqkjbpcfxuyvytmwupiozanbjyblgkfhecbdejkpsstpamsrmh@newsroom-development"}', NULL, 'story_assigned', '2026-11-28 13:45:00.242325+00', '*DEFAULT*', '', 'd79119be6568dd258e084ad1a2e59a0c', 'assign', '{"as": "editor"}', 'ana@newsroom-development', false);

INSERT INTO newsroom.mt_streams VALUES
	('246e0728-ca01-a705-948b-26127d81944a', NULL, 1, '2026-11-28 13:43:41.85563+00', '2026-11-28 13:43:41.85563+00', '*DEFAULT*', 0, false),
	('e55fb4ee-4e92-d384-9ec4-fd0664ba3fa9', NULL, 1, '2026-11-28 13:43:41.91614+00', '2026-11-28 13:43:41.91614+00', '*DEFAULT*', 0, false),
	('4a9432db-4b65-58f6-1dec-64ce0710edd1', NULL, 1, '2026-11-28 13:43:42.010015+00', '2026-11-28 13:43:42.010015+00', '*DEFAULT*', 0, false),
	('bb855ec2-2bd4-8076-216b-11d31174443b', NULL, 1, '2026-11-28 13:43:42.030513+00', '2026-11-28 13:43:42.030513+00', '*DEFAULT*', 0, false),
	('b61cfeb8-3bd0-21cd-2fc3-ad592982d4e6', NULL, 1, '2026-11-28 13:43:42.047686+00', '2026-11-28 13:43:42.047686+00', '*DEFAULT*', 0, false),
	('eb188288-bb99-c7a0-6c6f-7a81eb69e5cb', NULL, 1, '2026-11-28 13:43:42.053587+00', '2026-11-28 13:43:42.053587+00', '*DEFAULT*', 0, false),
	('dcf8b650-2314-d9b7-efb3-c946bfd33f8b', NULL, 1, '2026-11-28 13:43:42.05892+00', '2026-11-28 13:43:42.05892+00', '*DEFAULT*', 0, false),
	('fea3e1df-6edf-1ec1-4a9b-288c07442d7d', NULL, 1, '2026-11-28 13:43:42.063204+00', '2026-11-28 13:43:42.063204+00', '*DEFAULT*', 0, false),
	('aefbde70-5fa1-367e-4999-53947a45bcfe', NULL, 1, '2026-11-28 13:43:42.067867+00', '2026-11-28 13:43:42.067867+00', '*DEFAULT*', 0, false),
	('f43483c7-f75c-aba4-52a3-cf9af697b026', NULL, 1, '2026-11-28 13:43:42.072515+00', '2026-11-28 13:43:42.072515+00', '*DEFAULT*', 0, false),
	('1923ddb6-66b6-8946-36ba-9b27e00f0b2b', NULL, 1, '2026-11-28 13:43:42.076992+00', '2026-11-28 13:43:42.076992+00', '*DEFAULT*', 0, false),
	('40ae4ffa-19c9-33d1-8a31-5c8dc341410f', NULL, 1, '2026-11-28 13:43:42.081391+00', '2026-11-28 13:43:42.081391+00', '*DEFAULT*', 0, false),
	('c4a7a570-c1bf-4851-a7f1-b7a13aeb6eb9', NULL, 1, '2026-11-28 13:43:42.085749+00', '2026-11-28 13:43:42.085749+00', '*DEFAULT*', 0, false),
	('d2440d84-19b0-d960-502f-fc7e611bce55', NULL, 1, '2026-11-28 13:43:42.162809+00', '2026-11-28 13:43:42.162809+00', '*DEFAULT*', 0, false),
	('2a93cebb-2241-effc-e963-83216d8a591b', NULL, 1, '2026-11-28 13:43:42.173546+00', '2026-11-28 13:43:42.173546+00', '*DEFAULT*', 0, false),
	('ea439da5-2b64-d4d7-604b-4fea308dbc50', NULL, 1, '2026-11-28 13:43:42.180268+00', '2026-11-28 13:43:42.180268+00', '*DEFAULT*', 0, false),
	('e982f673-bf91-c19f-d75f-99af389968a2', NULL, 1, '2026-11-28 13:43:42.185831+00', '2026-11-28 13:43:42.185831+00', '*DEFAULT*', 0, false),
	('b20c72a2-fe72-05cc-33f5-67b63b33f689', 'desk_policies', 2, '2026-11-28 13:43:42.494+00', '2026-11-28 13:43:42.338126+00', '*DEFAULT*', 0, false),
	('fd4c5ef4-b507-0c5a-54aa-aab19fdbd656', 'desk_policies', 2, '2026-11-28 13:43:42.559368+00', '2026-11-28 13:43:42.553225+00', '*DEFAULT*', 0, false),
	('4d87fae3-4ff8-4f58-cb52-d623edced311', NULL, 1, '2026-11-28 13:43:42.653769+00', '2026-11-28 13:43:42.653769+00', '*DEFAULT*', 0, false),
	('01d8da93-2574-25be-6457-8d406a2aca09', NULL, 1, '2026-11-28 13:43:42.673812+00', '2026-11-28 13:43:42.673812+00', '*DEFAULT*', 0, false),
	('deac43aa-3b16-915a-b814-6c5d293b9258', NULL, 1, '2026-11-28 13:43:42.679047+00', '2026-11-28 13:43:42.679047+00', '*DEFAULT*', 0, false),
	('0a7506e4-de91-729d-777f-b1dcffb03ad0', NULL, 1, '2026-11-28 13:43:42.689045+00', '2026-11-28 13:43:42.689045+00', '*DEFAULT*', 0, false),
	('8d1ba253-a29e-ef0b-66da-45a760ecba3d', NULL, 1, '2026-11-28 13:43:42.694793+00', '2026-11-28 13:43:42.694793+00', '*DEFAULT*', 0, false),
	('6e41f719-7e6e-f258-a68a-98ce30d18bf4', NULL, 1, '2026-11-28 13:43:42.698305+00', '2026-11-28 13:43:42.698305+00', '*DEFAULT*', 0, false),
	('8ab8e090-6a35-b510-11f6-ab12cb1042d0', NULL, 1, '2026-11-28 13:43:42.701986+00', '2026-11-28 13:43:42.701986+00', '*DEFAULT*', 0, false),
	('bef3edf9-6039-3bc6-15ea-aab76b5fa352', NULL, 1, '2026-11-28 13:43:42.705503+00', '2026-11-28 13:43:42.705503+00', '*DEFAULT*', 0, false),
	('5b8327fe-563b-0198-6028-8d0b0bf5b43e', NULL, 1, '2026-11-28 13:43:42.714061+00', '2026-11-28 13:43:42.714061+00', '*DEFAULT*', 0, false),
	('f21d4240-38a1-d5a8-7cf4-3ec301947980', NULL, 1, '2026-11-28 13:43:42.71868+00', '2026-11-28 13:43:42.71868+00', '*DEFAULT*', 0, false),
	('9a6b7b32-c203-d799-4fd9-17d9467ac361', NULL, 1, '2026-11-28 13:43:42.722238+00', '2026-11-28 13:43:42.722238+00', '*DEFAULT*', 0, false),
	('01a22265-c699-767f-8361-15063f7b2c88', 'story', 9, '2026-11-28 13:43:45.23198+00', '2026-11-28 13:43:45.050456+00', '*DEFAULT*', 0, false),
	('5158155f-3002-47a7-acf1-e540a3f50081', NULL, 1, '2026-11-28 13:44:16.174665+00', '2026-11-28 13:44:16.174665+00', '*DEFAULT*', 0, false),
	('01a22265-c44c-7de5-9401-33d061e6374a', 'story', 14, '2026-11-28 13:43:44.664401+00', '2026-11-28 13:43:44.461661+00', '*DEFAULT*', 0, false),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', 'story', 28, '2026-11-28 13:44:34.403104+00', '2026-11-28 13:43:44.240784+00', '*DEFAULT*', 0, false),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'story', 10, '2026-11-28 13:44:36.686159+00', '2026-11-28 13:43:44.803585+00', '*DEFAULT*', 0, false),
	('687dd454-0975-6c6e-7d04-3d14cf7907f7', NULL, 1, '2026-11-28 13:44:37.28855+00', '2026-11-28 13:44:37.28855+00', '*DEFAULT*', 0, false),
	('01a22265-be11-7ed0-b836-b821b5758d91', 'story', 24, '2026-11-28 13:43:44.212277+00', '2026-11-28 13:43:42.977398+00', '*DEFAULT*', 0, false),
	('01a22266-b63b-728a-ab3c-f788642a406b', 'story', 2, '2026-11-28 13:45:00.241061+00', '2026-11-28 13:44:46.397028+00', '*DEFAULT*', 0, false),
	('01a22265-c524-7938-8b05-c5bb2300df9e', 'story', 16, '2026-11-28 13:43:44.793461+00', '2026-11-28 13:43:44.677841+00', '*DEFAULT*', 0, false);

INSERT INTO newsroom.refusal_tally VALUES
	('magnus@newsroom-development', '2026-11-28 13:44:00+00', 2);

INSERT INTO newsroom.story_words VALUES
	('01a22265-be11-7ed0-b836-b821b5758d91', 'council votes to rebuild the north breakwater work on the 6 4 million repair is to begin in april fifteen months after the january storm opened a gap of 31 metres skelhaven s north breakwater is to be rebuilt at a cost of 6 4 million after councillors decided on monday night to borrow the town s share rather than wait another year for a national grant the motion was carried by eight votes to five with two abstentions some forty residents stayed in the gallery of the custom house for the whole of the three hour debate which ended shortly before eleven o clock councillors bram hollis and signe moor who both rent outer berths declared an interest and abstained we can pay for a wall now or pay for a harbour later said the mayor marit øyen who moved the motion the sea broke through on the night of 14 january when a north easterly gale met a spring tide it left a gap of 31 metres between the old lamp and the pilots steps the harbour office has closed the outer berths on 87 days since the storm before it they had been closed on four days in ten years of the total 4 1 million will come from the skel isles harbour fund under an agreement signed in august the council will borrow the remaining 2 3 million over 20 years at 4 6 per cent the treasurer s paper puts the cost at about 41 a year for each of the town s 4 250 households opponents wanted to apply first to the coastal grant scheme which reopens in june councillor rowan teale who leads the ratepayers group said nobody in this chamber is against the breakwater we are against signing for 20 years of debt eight months before somebody else may offer to pay tenders open on 3 november and close on 12 december the design by the harbour office s own engineers calls for 18 000 tonnes of stone to be brought by barge from the quarry at garrow so that no lorries need cross the swing bridge the gap is to be closed by the end of september before the autumn gales'),
	('01a22265-c44c-7de5-9401-33d061e6374a', 'ferry crews question the record of lifeboat drills skel sound ferries logged a drill for every fortnight of last year rosters seen by the lantern do not all agree with the log skel sound ferries recorded lifeboat drills on days when by its own rosters the ship concerned had too few hands aboard to hold one documents seen by the lantern suggest the company s drill log for the merganser lists 26 drills in 2024 one for every fortnight of the year the isles maritime office requires that number of any ship licensed for more than 200 passengers and requires eleven hands to take part in each rosters for the same year were passed to this newspaper by two members of the crew on nine of those 26 days fewer than the required eleven hands were signed on on one of them 17 february the roster names six our members are being asked to sign for drills they did not see said brigid tarn the skelhaven branch secretary of the sound and isles seafarers she said that four of them had refused to do so since the summer and that none had been disciplined the company denies that any entry is false lorcan ashby its managing director said every drill in that book took place with the people who had to be there and i will open the book to anyone with the authority to read it he said that the rosters were planning sheets drawn up a month ahead and often overtaken by sickness and weather the merganser built in 2003 makes four crossings a day to garrow in winter and seven in summer she carried 203 000 passengers on the route last year no passenger has been hurt in an accident aboard her since she came into service the isles maritime office confirmed that it had written to the company on 3 november to ask for the log and the rosters for 2023 and 2024 it said that it would inspect the ship as it does every year before the end of this month and that it would ask the crew to hold a drill while its officers were aboard'),
	('01a22265-c524-7938-8b05-c5bb2300df9e', 'lesestuen på tollbodbrygga får bli etter to måneders innsamling er leieavtalen fornyet til 2050 og byen betaler halve taket den norske lesestuen blir værende i huset på tollbodbrygga der den har holdt til siden 1884 fredag kveld undertegnet foreningen og havnestiftelsen en ny leieavtale på 25 år stiftelsen varslet i august at leien ville bli doblet fra nyttår nå betaler foreningen i stedet et innskudd én gang for alle mot at leien holdes uendret i hele perioden innsamlingen som begynte 1 september ga 38 400 pund fra 612 givere vi trodde ærlig talt at vi skulle pakke bøkene i kasser før jul sier ragnhild stavnes som har ledet lesestuen i 16 år nå kan vi bestille nye hyller i stedet samlingen teller 9 200 bind blant dem er 140 skipsdagbøker de fleste skjenket av familier som kom hit med seilskutene den eldste er fra skonnerten lomvi og begynner i mai 1851 dagbøkene har vært lest av forskere fra tre land men aldri vært utlånt huset trenger nytt tak en takstmann som har undersøkt bjelkene for foreningen anslår kostnaden til 52 000 pund bystyret vedtok 22 september med elleve mot fire stemmer å betale halvparten et bibliotek er ikke en utgift for en havneby det er et fyr sier ordfører marit øyen som selv lærte å lese norsk på tollbodbrygga ikke alle var enige de fire som stemte imot mente at pengene først burde gå til moloen som stormen slo hull på i januar bystyret vedtok tre uker senere å bygge den opp igjen arbeidet på taket begynner i mars og skal være ferdig til 17 mai i mellomtiden flyttes skipsdagbøkene til kjelleren i tollboden der luften er tørr lesestuen holder ellers åpent som før tirsdag til lørdag lørdag 8 november er det åpent hus fra kl 11 til 16 barna får høre sagnet om sjøormen i sundet og de som vil kan skrive navnet sitt på en av hyllene som skal bygges'),
	('01a22265-c699-767f-8361-15063f7b2c88', 'hotel of 120 rooms planned for the old cannery an application lodged this week would put a glass roof over the gutting hall and five storeys on north quay the old cannery on north quay would become a hotel of 120 rooms with a glass roof over the former gutting hall under an application lodged with the council on tuesday the applicant brae and sound hotels puts the cost at 22 million it says that work could begin next summer and that the hotel would employ 85 people the company has built four hotels on the northern coast in the past ten years skelhaven has the best unused building in the isles and we intend to use it said conrad leith marsh who gave his post as director of development the cannery closed in 1994 with the loss of 210 jobs it has since served as a net store for two winters as an ice rink and since 2016 as nothing at all the harbour trust which owns it has agreed terms for a sale the trust s office did not answer its telephone on thursday or friday drawings at the custom house show five storeys on the quay side one more than the customs store next door and 40 parking places where the ice plant stood a footbridge would cross the slip to the pier the heritage wing is a café i shall want to see who is behind it before i want to see the drawings said councillor rowan teale who sits on the planning committee the application number 25 0417 can be seen at the custom house until 18 november if no more than ten objections are received it may be decided by officers otherwise it goes to the committee which next meets on 4 december'),
	('01a22265-c36f-7581-9cc8-e7fac932e48e', 'boatyard given until christmas to leave the long slip the harbour trust wants the ground for ferry cars the yard that has worked there since 1931 says it has nowhere else to haul out the last yard in skelhaven that still builds in wood has been told to leave the long slip by 24 december so that the harbour trust can pave the ground for 64 ferry cars notice was served on varley and daughter on 20 october the yard which employs seven people and two apprentices has rented the slip since 1931 its lease ran out in 2019 and has since been renewed from quarter to quarter tamsin varley who took over the yard from her mother in 2008 said of the meeting that followed i asked them where i was meant to put a 14 tonne boat with her planks off they looked at a map nobody had brought the tide tables so i lent them mine the next slip that will take that weight is at garrow and garrow is five hours away in good weather you cannot tow a boat with no bottom in her for five hours in any weather so i told them we would finish the boat first and talk about christmas afterwards that was the whole meeting it took eleven minutes and they thanked me for the coffee the trust says that the yard had fair warning our letter of 12 march said in plain terms the trust does not intend to renew beyond this year and it was signed for said aldous keene its chief executive ms varley does not dispute that the letter came cars carried by the ferries rose by 18 per cent in the year to september from 71 300 to 84 100 on eleven saturdays this summer the queue for the garrow boat reached back over the swing bridge the trust s board papers describe the new parking as interim though they give no date for its end boats of more than ten tonnes have no other slip between skelhaven and garrow if the slip goes every wooden boat on this coast will have to be hauled out somewhere else and half of them will never come back said oona strand who chairs the skelhaven inshore association its 38 members are to meet at the net loft on 13 november the council owns the road to the slip but not the slip itself and has no vote in the matter'),
	('01a22265-c5a2-7c4b-ae25-a7c22cabeb58', 'pier cinema may open again by spring the harbour lights has been dark since its boiler failed three years ago a local baker has bought it and wants 180 seats back in use the harbour lights the picture house at the landward end of the pier has been sold to a local baker who says that it will be showing films again by the end of march dorrit pell who runs three bakeries in the town bought the building in september for 310 000 she plans to reopen the stalls with 180 seats and to keep the balcony shut until its floor has been made good i have had flour in my hair for thirty years and i would like a seat in the dark said ms pell on thursday standing beside a bucket in the foyer the roof is the job the rest is carpets and paint the cinema opened in 1928 and closed on 11 november 2022 halfway through a matinee when the boiler failed the bill of that afternoon is still in the case by the door the keeper of garrow light a film made in the town in 1961 and shown every autumn since a survey made for the seller puts the cost of a new roof at 94 000 ms pell has applied to the town s pier fund for half of it the trustees meet on 25 november the friends of the harbour lights have offered to strip and cover the seats themselves they have 162 members and a borrowed sewing machine according to their secretary percival noakes we do not mind what is on he said we mind that it is dark tickets are to cost 7 or 3 for anyone under 16 on five evenings a week on saturday mornings there will be films for children with buns'),
	('01a22266-b63b-728a-ab3c-f788642a406b', 'w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39 w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 w50 w51 w52 w53 w54 w55 w56 w57 w58 w59 w60 w61 w62 w63 w64 w65 w66 w67 w68 w69 w70 w71 w72 w73 w74 w75 w76 w77 w78 w79 w80 w81 w82 w83 w84 w85 w86 w87 w88 w89 w90 w91 w92 w93 w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 w120 w121 w122 w123 w124 w125 w126 w127 w128 w129 w130 w131 w132 w133 w134 w135 w136 w137 w138 w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 w158 w159 w160 w161 w162 w163 w164 w165 w166 w167 w168 w169 w170 w171 w172 w173 w174 w175 w176 w177 w178 w179 w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199 w200 w201 w202 w203 w204 w205 w206 w207 w208 w209 w210 w211 w212 w213 w214 w215 w216 w217 w218 w219 w220 w221 w222 w223 w224 w225 w226 w227 w228 w229 w230 w231 w232 w233 w234 w235 w236 w237 w238 w239 w240 w241 w242 w243 w244 w245 w246 w247 w248 w249 w250 w251 w252 w253 w254 w255 w256 w257 w258 w259 w260 w261 w262 w263 w264 w265 w266 w267 w268 w269 w270 w271 w272 w273 w274 w275 w276 w277 w278 w279 w280 w281 w282 w283 w284 w285 w286 w287 w288 w289 w290 w291 w292 w293 w294 w295 w296 w297 w298 w299 w300 w301 w302 w303 w304 w305 w306 w307 w308 w309 w310 w311 w312 w313 w314 w315 w316 w317 w318 w319 w320 w321 w322 w323 w324 w325 w326 w327 w328 w329 w330 w331 w332 w333 w334 w335 w336 w337 w338 w339 w340 w341 w342 w343 w344 w345 w346 w347 w348 w349 w350 w351 w352 w353 w354 w355 w356 w357 w358 w359 w360 w361 w362 w363 w364 w365 w366 w367 w368 w369 w370 w371 w372 w373 w374 w375 w376 w377 w378 w379 w380 w381 w382 w383 w384 w385 w386 w387 w388 w389 w390 w391 w392 w393 w394 w395 w396 w397 w398 w399 w400 w401 w402 w403 w404 w405 w406 w407 w408 w409 w410 w411 w412 w413 w414 w415 w416 w417 w418 w419 w420 w421 w422 w423 w424 w425 w426 w427 w428 w429 w430 w431 w432 w433 w434 w435 w436 w437 w438 w439 w440 w441 w442 w443 w444 w445 w446 w447 w448 w449 w450 w451 w452 w453 w454 w455 w456 w457 w458 w459 w460 w461 w462 w463 w464 w465 w466 w467 w468 w469 w470 w471 w472 w473 w474 w475 w476 w477 w478 w479 w480 w481 w482 w483 w484 w485 w486 w487 w488 w489 w490 w491 w492 w493 w494 w495 w496 w497 w498 w499 the pier is closed for the whole of the winter season she said');

SELECT pg_catalog.setval('newsroom.mt_events_sequence', 137, true);

ALTER TABLE ONLY newsroom.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);

ALTER TABLE ONLY newsroom.audit
    ADD CONSTRAINT pkey_audit_sequence PRIMARY KEY (sequence);

ALTER TABLE ONLY newsroom.ledger_checkpoints
    ADD CONSTRAINT pkey_ledger_checkpoints_size PRIMARY KEY (size);

ALTER TABLE ONLY newsroom.ledger_hashes
    ADD CONSTRAINT pkey_ledger_hashes_level_index PRIMARY KEY (level, index);

ALTER TABLE ONLY newsroom.ledger_leaves
    ADD CONSTRAINT pkey_ledger_leaves_index PRIMARY KEY (index);

ALTER TABLE ONLY newsroom.ledger_parts
    ADD CONSTRAINT pkey_ledger_parts_sequence_path PRIMARY KEY (sequence, path);

ALTER TABLE ONLY newsroom.ledger_salts
    ADD CONSTRAINT pkey_ledger_salts_sequence_path PRIMARY KEY (sequence, path);

ALTER TABLE ONLY newsroom.mt_doc_deadletterevent
    ADD CONSTRAINT pkey_mt_doc_deadletterevent_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_desk
    ADD CONSTRAINT pkey_mt_doc_desk_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_deskpolicies
    ADD CONSTRAINT pkey_mt_doc_deskpolicies_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_envelope
    ADD CONSTRAINT pkey_mt_doc_envelope_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_erasure
    ADD CONSTRAINT pkey_mt_doc_erasure_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_idempotentanswer
    ADD CONSTRAINT pkey_mt_doc_idempotentanswer_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_keyframe
    ADD CONSTRAINT pkey_mt_doc_keyframe_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_person
    ADD CONSTRAINT pkey_mt_doc_person_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_publishedstory
    ADD CONSTRAINT pkey_mt_doc_publishedstory_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_queuedpassage
    ADD CONSTRAINT pkey_mt_doc_queuedpassage_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_speaker
    ADD CONSTRAINT pkey_mt_doc_speaker_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_story
    ADD CONSTRAINT pkey_mt_doc_story_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_storycard
    ADD CONSTRAINT pkey_mt_doc_storycard_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_doc_storytext
    ADD CONSTRAINT pkey_mt_doc_storytext_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.mt_event_projection_floors
    ADD CONSTRAINT pkey_mt_event_projection_floors_name_tenant_id PRIMARY KEY (name, tenant_id);

ALTER TABLE ONLY newsroom.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);

ALTER TABLE ONLY newsroom.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);

ALTER TABLE ONLY newsroom.mt_streams
    ADD CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.refusal_tally
    ADD CONSTRAINT pkey_refusal_tally_person_minute PRIMARY KEY (person, minute);

ALTER TABLE ONLY newsroom.source_keys
    ADD CONSTRAINT pkey_source_keys_speaker PRIMARY KEY (speaker);

ALTER TABLE ONLY newsroom.story_words
    ADD CONSTRAINT pkey_story_words_story PRIMARY KEY (story);

ALTER TABLE ONLY newsroom.wolverine_agent_restrictions
    ADD CONSTRAINT pkey_wolverine_agent_restrictions_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_control_queue
    ADD CONSTRAINT pkey_wolverine_control_queue_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_dead_letter_history
    ADD CONSTRAINT pkey_wolverine_dead_letter_history_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_dead_letters
    ADD CONSTRAINT pkey_wolverine_dead_letters_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_incoming_envelopes
    ADD CONSTRAINT pkey_wolverine_incoming_envelopes_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_node_assignments
    ADD CONSTRAINT pkey_wolverine_node_assignments_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_node_records
    ADD CONSTRAINT pkey_wolverine_node_records_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_nodes
    ADD CONSTRAINT pkey_wolverine_nodes_id PRIMARY KEY (id);

ALTER TABLE ONLY newsroom.wolverine_outgoing_envelopes
    ADD CONSTRAINT pkey_wolverine_outgoing_envelopes_id PRIMARY KEY (id);

CREATE INDEX audit_at ON newsroom.audit USING btree (at);

CREATE INDEX audit_by ON newsroom.audit USING btree (by);

CREATE INDEX audit_desk ON newsroom.audit USING btree (desk);

CREATE INDEX audit_role ON newsroom.audit USING btree (role);

CREATE INDEX audit_story ON newsroom.audit USING btree (story, sequence);

CREATE INDEX audit_type ON newsroom.audit USING btree (type);

CREATE INDEX audit_words ON newsroom.audit USING gin (to_tsvector('simple'::regconfig, translate(((sentence || ' '::text) || COALESCE(why, ''::text)), '@{}'::text, '   '::text))) WITH (gin_pending_list_limit='256');

CREATE INDEX idx_wolverine_dead_letter_history_last_replayed_at ON newsroom.wolverine_dead_letter_history USING btree (last_replayed_at);

CREATE INDEX idx_wolverine_dead_letters_failure_group ON newsroom.wolverine_dead_letters USING btree (failure_group);

CREATE INDEX idx_wolverine_dead_letters_replayable ON newsroom.wolverine_dead_letters USING btree (replayable) WHERE (replayable = true);

CREATE INDEX idx_wolverine_incoming_envelopes_keep_until ON newsroom.wolverine_incoming_envelopes USING btree (keep_until) WHERE ((status)::text = 'Handled'::text);

CREATE INDEX idx_wolverine_incoming_envelopes_owner ON newsroom.wolverine_incoming_envelopes USING btree (owner_id) WHERE (owner_id <> 0);

CREATE INDEX idx_wolverine_incoming_envelopes_recover ON newsroom.wolverine_incoming_envelopes USING btree (received_at) WHERE (((status)::text = 'Incoming'::text) AND (owner_id = 0));

CREATE INDEX idx_wolverine_incoming_envelopes_scheduled ON newsroom.wolverine_incoming_envelopes USING btree (execution_time) WHERE ((status)::text = 'Scheduled'::text);

CREATE INDEX idx_wolverine_outgoing_envelopes_owner ON newsroom.wolverine_outgoing_envelopes USING btree (owner_id) WHERE (owner_id <> 0);

CREATE INDEX idx_wolverine_outgoing_envelopes_recover ON newsroom.wolverine_outgoing_envelopes USING btree (destination) WHERE (owner_id = 0);

CREATE UNIQUE INDEX ledger_leaf_event ON newsroom.ledger_leaves USING btree (event);

CREATE UNIQUE INDEX ledger_leaf_sequence ON newsroom.ledger_leaves USING btree (sequence);

CREATE INDEX mt_doc_keyframe_idx_storyat ON newsroom.mt_doc_keyframe USING btree ((((data ->> 'story'::text))::uuid), newsroom.mt_immutable_timestamptz((data ->> 'at'::text)));

CREATE INDEX mt_doc_keyframe_idx_storyhappened ON newsroom.mt_doc_keyframe USING btree ((((data ->> 'story'::text))::uuid), newsroom.mt_immutable_timestamptz((data ->> 'happened'::text)));

CREATE INDEX mt_doc_keyframe_idx_storyof ON newsroom.mt_doc_keyframe USING btree ((((data ->> 'story'::text))::uuid), (((data ->> 'of'::text))::bigint));

CREATE INDEX mt_doc_publishedstory_idx_updated ON newsroom.mt_doc_publishedstory USING btree (newsroom.mt_immutable_timestamptz((data ->> 'updated'::text)));

CREATE INDEX mt_doc_queuedpassage_idx_desk ON newsroom.mt_doc_queuedpassage USING btree (desk);

CREATE INDEX mt_doc_queuedpassage_idx_desklapsedsinceid ON newsroom.mt_doc_queuedpassage USING btree (desk, lapsed, since, id);

CREATE INDEX mt_doc_queuedpassage_idx_lapsed ON newsroom.mt_doc_queuedpassage USING btree (lapsed);

CREATE INDEX mt_doc_queuedpassage_idx_lapsedsinceid ON newsroom.mt_doc_queuedpassage USING btree (lapsed, since, id);

CREATE INDEX mt_doc_queuedpassage_idx_since ON newsroom.mt_doc_queuedpassage USING btree (since);

CREATE INDEX mt_doc_queuedpassage_idx_story ON newsroom.mt_doc_queuedpassage USING btree ((((data ->> 'story'::text))::uuid));

CREATE INDEX mt_doc_storycard_idx_assignee ON newsroom.mt_doc_storycard USING btree (assignee);

CREATE INDEX mt_doc_storycard_idx_assigneechanged_atid ON newsroom.mt_doc_storycard USING btree (assignee, changed_at, id);

CREATE INDEX mt_doc_storycard_idx_changed_at ON newsroom.mt_doc_storycard USING btree (changed_at);

CREATE INDEX mt_doc_storycard_idx_changed_atid ON newsroom.mt_doc_storycard USING btree (changed_at, id);

CREATE INDEX mt_doc_storycard_idx_desk ON newsroom.mt_doc_storycard USING btree (desk);

CREATE INDEX mt_doc_storycard_idx_deskchanged_atid ON newsroom.mt_doc_storycard USING btree (desk, changed_at, id);

CREATE INDEX mt_doc_storycard_idx_deskstageunder_waystage_sinceid ON newsroom.mt_doc_storycard USING btree (desk, stage, under_way, stage_since, id);

CREATE INDEX mt_doc_storycard_idx_stage ON newsroom.mt_doc_storycard USING btree (stage);

CREATE INDEX mt_doc_storycard_idx_stage_since ON newsroom.mt_doc_storycard USING btree (stage_since);

CREATE INDEX mt_doc_storycard_idx_under_way ON newsroom.mt_doc_storycard USING btree (under_way);

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON newsroom.mt_events USING btree (stream_id, version);

CREATE UNIQUE INDEX published_slug ON newsroom.mt_doc_publishedstory USING btree (slug);

CREATE UNIQUE INDEX story_slug ON newsroom.mt_doc_story USING btree (slug);

CREATE INDEX story_words_words ON newsroom.story_words USING gin (to_tsvector('simple'::regconfig, words)) WITH (gin_pending_list_limit='256');

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.ledger_checkpoints FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.ledger_hashes FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.ledger_leaves FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.ledger_parts FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.ledger_salts FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.mt_events FOR EACH ROW EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.ledger_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.ledger_hashes FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.ledger_leaves FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.ledger_parts FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.ledger_salts FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON newsroom.mt_events FOR EACH STATEMENT EXECUTE FUNCTION newsroom.refuse_change();

ALTER TABLE ONLY newsroom.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES newsroom.mt_streams(id) ON DELETE CASCADE;

ALTER TABLE ONLY newsroom.wolverine_node_assignments
    ADD CONSTRAINT fkey_wolverine_node_assignments_node_id FOREIGN KEY (node_id) REFERENCES newsroom.wolverine_nodes(id) ON DELETE CASCADE;
