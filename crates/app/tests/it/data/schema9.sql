PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE refinery_schema_history(
             version int4 PRIMARY KEY,
             name VARCHAR(255),
             applied_on VARCHAR(255),
             checksum VARCHAR(255));
INSERT INTO refinery_schema_history VALUES(1,'work','2026-11-27T15:19:18.753066616Z','10357735232789933510');
INSERT INTO refinery_schema_history VALUES(2,'identity','2026-11-27T15:19:18.753092354Z','15224435599043819151');
INSERT INTO refinery_schema_history VALUES(3,'platform','2026-11-27T15:19:18.753095118Z','8100508521906261400');
INSERT INTO refinery_schema_history VALUES(4,'cf','2026-11-27T15:19:18.753097962Z','13743709140130479411');
INSERT INTO refinery_schema_history VALUES(5,'destination','2026-11-27T15:19:18.753100516Z','11434226480500589560');
INSERT INTO refinery_schema_history VALUES(6,'transport','2026-11-27T15:19:18.75310275Z','15369896880590858431');
INSERT INTO refinery_schema_history VALUES(7,'deploy','2026-11-27T15:19:18.753105383Z','14574288943297787481');
INSERT INTO refinery_schema_history VALUES(8,'content','2026-11-27T15:19:18.753107647Z','5374193733521329038');
INSERT INTO refinery_schema_history VALUES(9,'change','2026-11-27T15:19:18.75310984Z','16602404877520263490');
CREATE TABLE id_block (
    next bigint not null
);
INSERT INTO id_block VALUES(1002);
CREATE TABLE job (
    id integer primary key,
    name text not null,
    payload text not null,
    dedup_key text unique,
    run_at bigint not null,
    again_at bigint,
    attempts bigint not null,
    lease_owner text,
    lease_until bigint,
    last_error text,
    created_at bigint not null
);
INSERT INTO job VALUES(6,'audit-chain','{}','audit-chain:all',1795792788988893,NULL,0,NULL,NULL,NULL,1795792758973027);
INSERT INTO job VALUES(7,'transport.clean_up','{}','transport.clean_up:',1795796358991803,NULL,0,NULL,NULL,NULL,1795792758973027);
INSERT INTO job VALUES(8,'deploy.clean_up','{}','deploy.clean_up:',1795814358991841,NULL,0,NULL,NULL,NULL,1795792758973027);
INSERT INTO job VALUES(9,'blobs.collect','{}','blobs.collect:',1795814358986649,NULL,0,NULL,NULL,NULL,1795792758973027);
INSERT INTO job VALUES(10,'alm-sync-timer','{}','alm-sync-timer:all',1795793058991463,NULL,0,NULL,NULL,NULL,1795792758973027);
INSERT INTO job VALUES(206,'alm-sync','{"subaccount":"e32754fd-1bb3-4df6-b052-64a9aa5fc0b3"}','alm-sync:e32754fd-1bb3-4df6-b052-64a9aa5fc0b3',1795792823574392,NULL,0,NULL,NULL,NULL,1795792763574392);
INSERT INTO job VALUES(256,'alm-deployment','{"id":255}','alm-deployment:255',1795792766026403,NULL,0,NULL,NULL,NULL,1795792764471158);
CREATE TABLE audit (
    id integer primary key,
    at bigint not null,
    actor text not null,
    subaccount text not null,
    event text not null,
    object text not null,
    detail text not null,
    chain_pos bigint unique,
    hash text
);
INSERT INTO audit VALUES(1,1795792758958728,'platform','','key.create','signing key default-jwt-key-cab8ad2344','{}',1,'3081d1f746e3ff24d4484ee17df9bedf8d29f55da08f398bdea9a3403cdda689');
INSERT INTO audit VALUES(2,1795792758880508,'platform','7a6c24b8-0a4e-463f-8e12-22c3c4086581','zone.create','zone global','{}',2,'239df47c125de5ac1ed936f149ba86e8c2bdbdca1228ddc0b311324ec19d7bf9');
INSERT INTO audit VALUES(3,1795792758880508,'platform','','person.create','person admin@ropeway.local','{"id":"abeebf9e-f88d-4118-87d6-c63ad5a0b542","withPassword":true}',3,'97a75bc6d30759e0fff677b0720c4d6929d337f8d7a2712be91b520d1929e172');
INSERT INTO audit VALUES(4,1795792758880508,'platform','7a6c24b8-0a4e-463f-8e12-22c3c4086581','role_collection.assign','role collection Global Account Administrator','{"user":"admin@ropeway.local"}',4,'3b7b4c6bf9df937e9b474c1e28c49bc855e4aef5f7b73a05ca9c3863ea5d0a89');
INSERT INTO audit VALUES(5,1795792758880508,'platform','','first_start','global account 7a6c24b8-0a4e-463f-8e12-22c3c4086581','{"administrator":"admin@ropeway.local"}',5,'6414db16033f77c57a3a3e2d4602e2955509ff3511b168b91e023151cc7e02cf');
INSERT INTO audit VALUES(12,1795792761728341,'platform','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','zone.create','zone alm','{}',NULL,NULL);
INSERT INTO audit VALUES(13,1795792761728341,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','subaccount.create','subaccount e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','{"displayName":"Cloud ALM","subdomain":"alm","region":"eu10"}',NULL,NULL);
INSERT INTO audit VALUES(14,1795792761728341,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Subaccount Administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(17,1795792761738520,'platform','0b3a0c29-f0ee-446e-845f-0427090c6162','zone.create','zone cpi-dev','{}',NULL,NULL);
INSERT INTO audit VALUES(18,1795792761738520,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','subaccount.create','subaccount 0b3a0c29-f0ee-446e-845f-0427090c6162','{"displayName":"Integration DEV","subdomain":"cpi-dev","region":"eu10"}',NULL,NULL);
INSERT INTO audit VALUES(19,1795792761738520,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','role_collection.assign','role collection Subaccount Administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(22,1795792761744218,'platform','ce515475-17e9-48af-b5de-6a23a9c44b49','zone.create','zone cpi-test','{}',NULL,NULL);
INSERT INTO audit VALUES(23,1795792761744218,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','subaccount.create','subaccount ce515475-17e9-48af-b5de-6a23a9c44b49','{"displayName":"Integration TEST","subdomain":"cpi-test","region":"eu10"}',NULL,NULL);
INSERT INTO audit VALUES(24,1795792761744218,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.assign','role collection Subaccount Administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(27,1795792761754452,'platform','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','zone.create','zone cpi-prod','{}',NULL,NULL);
INSERT INTO audit VALUES(28,1795792761754452,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','subaccount.create','subaccount 1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','{"displayName":"Integration PROD","subdomain":"cpi-prod","region":"eu10"}',NULL,NULL);
INSERT INTO audit VALUES(29,1795792761754452,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role_collection.assign','role collection Subaccount Administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(31,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan APPLICATION_RUNTIME/MEMORY','{"amount":1.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(32,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan APPLICATION_RUNTIME/MEMORY','{"amount":1.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(33,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan APPLICATION_RUNTIME/MEMORY','{"amount":1.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(34,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan APPLICATION_RUNTIME/MEMORY','{"amount":1.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(35,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan cloudfoundry/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(36,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan cloudfoundry/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(37,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan cloudfoundry/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(38,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan cloudfoundry/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(39,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan content-agent/application','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(40,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan content-agent/application','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(41,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan content-agent/application','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(42,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan content-agent/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(43,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan content-agent/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(44,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan content-agent/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(45,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan destination/lite','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(46,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan destination/lite','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(47,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan destination/lite','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(48,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan destination/lite','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(49,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan integrationsuite/enterprise_agreement','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(50,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan integrationsuite/enterprise_agreement','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(51,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan integrationsuite/enterprise_agreement','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(52,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','0b3a0c29-f0ee-446e-845f-0427090c6162','entitlement.assign','plan it-rt/api','{"amount":2.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(53,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','entitlement.assign','plan it-rt/api','{"amount":2.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(54,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','ce515475-17e9-48af-b5de-6a23a9c44b49','entitlement.assign','plan it-rt/api','{"amount":2.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(55,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan sapcloudalm/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(56,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan transport/export','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(57,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan transport/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(58,1795792761761164,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan transport/transport_operator','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(60,1795792761803182,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(61,1795792761807079,'provisioning','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','org.create','org 61a4e12d-7b23-4755-8ea3-81bf2f7d9874 alm','{"manager":"abeebf9e-f88d-4118-87d6-c63ad5a0b542"}',NULL,NULL);
INSERT INTO audit VALUES(62,1795792761807079,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','environment.create','environment 9233f1ba-88f6-4a96-b8ac-c083f950c664','{"org":"61a4e12d-7b23-4755-8ea3-81bf2f7d9874","name":"alm"}',NULL,NULL);
INSERT INTO audit VALUES(64,1795792761818049,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(65,1795792761823206,'provisioning','0b3a0c29-f0ee-446e-845f-0427090c6162','org.create','org 6be87686-1976-41e4-9429-97e6f23ed746 cpi-dev','{"manager":"abeebf9e-f88d-4118-87d6-c63ad5a0b542"}',NULL,NULL);
INSERT INTO audit VALUES(66,1795792761823206,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','environment.create','environment d74b2d27-fc0c-4b3b-931a-3a0e147a1377','{"org":"6be87686-1976-41e4-9429-97e6f23ed746","name":"cpi-dev"}',NULL,NULL);
INSERT INTO audit VALUES(68,1795792761833676,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(69,1795792761836575,'provisioning','ce515475-17e9-48af-b5de-6a23a9c44b49','org.create','org 6e4a95c7-b8a8-405a-b798-176bf4277e15 cpi-test','{"manager":"abeebf9e-f88d-4118-87d6-c63ad5a0b542"}',NULL,NULL);
INSERT INTO audit VALUES(70,1795792761836575,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','environment.create','environment bfa1e983-815e-41f2-95e0-c5a2c8f3915c','{"org":"6e4a95c7-b8a8-405a-b798-176bf4277e15","name":"cpi-test"}',NULL,NULL);
INSERT INTO audit VALUES(72,1795792761845669,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(73,1795792761851466,'provisioning','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','org.create','org f8c9202e-2402-4435-b6e9-56dc55fd5d1f cpi-prod','{"manager":"abeebf9e-f88d-4118-87d6-c63ad5a0b542"}',NULL,NULL);
INSERT INTO audit VALUES(74,1795792761851466,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','environment.create','environment c9563763-6779-4534-99c8-d4527f088d65','{"org":"f8c9202e-2402-4435-b6e9-56dc55fd5d1f","name":"cpi-prod"}',NULL,NULL);
INSERT INTO audit VALUES(76,1795792761860872,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','subscription.create','subscription sapcloudalm','{"plan":"standard","id":"1922c785-20f9-425c-a9f3-012eb9ccdad6"}',NULL,NULL);
INSERT INTO audit VALUES(78,1795792761870738,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','subscription.create','subscription integrationsuite','{"plan":"enterprise_agreement","id":"8ea45d2e-6468-4bc6-b56f-dfdc4392b02b"}',NULL,NULL);
INSERT INTO audit VALUES(80,1795792761878908,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','subscription.create','subscription integrationsuite','{"plan":"enterprise_agreement","id":"b486fdb0-2bfb-4694-986f-b06606ea5970"}',NULL,NULL);
INSERT INTO audit VALUES(82,1795792761889270,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','subscription.create','subscription integrationsuite','{"plan":"enterprise_agreement","id":"61ec504b-68d2-4d96-b472-33ed5a4a7240"}',NULL,NULL);
INSERT INTO audit VALUES(84,1795792761905464,'admin@ropeway.local','','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(85,1795792761954379,'admin@ropeway.local','','person.create','person landscape.operator@ropeway.example','{"id":"4fe48498-ee08-4a0b-8911-94dfba5a8c90","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(86,1795792762005049,'admin@ropeway.local','','person.create','person developer@ropeway.example','{"id":"5c8b2c68-5814-4f95-9e26-1de225cf81fb","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(87,1795792762052996,'admin@ropeway.local','','person.create','person tester@ropeway.example','{"id":"76552381-85fc-46fe-b1b7-376a0fb35331","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(88,1795792762096583,'admin@ropeway.local','','person.create','person change.manager@ropeway.example','{"id":"f118c4bb-30b8-478c-b8db-601052fc98d3","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(89,1795792762136215,'admin@ropeway.local','','person.create','person deployment.manager@ropeway.example','{"id":"7ff2815e-bf19-45a6-aecc-4f35fba82e8c","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(90,1795792762178768,'admin@ropeway.local','','person.create','person project.lead@ropeway.example','{"id":"1d6ce26b-f90e-4a3d-9289-9f7672a2f65b","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(91,1795792762203817,'admin@ropeway.local','','person.create','person deploy.user@ropeway.example','{"id":"1ea7be3f-5431-4f99-958c-86c30747a69a","withPassword":true}',NULL,NULL);
INSERT INTO audit VALUES(92,1795792762211066,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','space.create','space 344faf0e-35ba-405a-85e7-f75cfe895921 integration','{"org":"6be87686-1976-41e4-9429-97e6f23ed746"}',NULL,NULL);
INSERT INTO audit VALUES(93,1795792762214700,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role.create','role space_manager in 344faf0e-35ba-405a-85e7-f75cfe895921','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(94,1795792762222849,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role.create','role space_developer in 344faf0e-35ba-405a-85e7-f75cfe895921','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(95,1795792762230037,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','space.create','space 04e9d85d-2370-4c93-8b95-590668d09283 integration','{"org":"6e4a95c7-b8a8-405a-b798-176bf4277e15"}',NULL,NULL);
INSERT INTO audit VALUES(96,1795792762239103,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role.create','role space_manager in 04e9d85d-2370-4c93-8b95-590668d09283','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(97,1795792762247354,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role.create','role space_developer in 04e9d85d-2370-4c93-8b95-590668d09283','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(98,1795792762255438,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','space.create','space a25035a1-d0dd-46cf-a3b0-089df4547308 integration','{"org":"f8c9202e-2402-4435-b6e9-56dc55fd5d1f"}',NULL,NULL);
INSERT INTO audit VALUES(99,1795792762261123,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role.create','role space_manager in a25035a1-d0dd-46cf-a3b0-089df4547308','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(100,1795792762264146,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role.create','role space_developer in a25035a1-d0dd-46cf-a3b0-089df4547308','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(101,1795792762279436,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role.create','role organization_user in 6e4a95c7-b8a8-405a-b798-176bf4277e15','{"user":"deploy.user@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(102,1795792762284779,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role.create','role space_developer in 04e9d85d-2370-4c93-8b95-590668d09283','{"user":"deploy.user@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(103,1795792762290799,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role.create','role organization_user in f8c9202e-2402-4435-b6e9-56dc55fd5d1f','{"user":"deploy.user@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(104,1795792762294454,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role.create','role space_developer in a25035a1-d0dd-46cf-a3b0-089df4547308','{"user":"deploy.user@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(105,1795792762298142,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(106,1795792762300657,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instance.create','service instance 69f0910c-aae9-4412-a625-ee09fcd7a0d4','{"name":"destinations","service":"destination","plan":"lite","space":""}',NULL,NULL);
INSERT INTO audit VALUES(107,1795792762312055,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_binding.create','service binding 8cb1438d-906b-4f53-afa9-a8fe88c9c8ce','{"name":"guide","instance":"69f0910c-aae9-4412-a625-ee09fcd7a0d4"}',NULL,NULL);
INSERT INTO audit VALUES(108,1795792762326579,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(109,1795792762335505,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instance.create','service instance aef6dd3b-d989-41ec-bd03-f760dd13fd81','{"name":"destinations","service":"destination","plan":"lite","space":""}',NULL,NULL);
INSERT INTO audit VALUES(110,1795792762348290,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_binding.create','service binding 4e3baeb5-2967-4bc3-b3e5-089fd5bba868','{"name":"guide","instance":"aef6dd3b-d989-41ec-bd03-f760dd13fd81"}',NULL,NULL);
INSERT INTO audit VALUES(111,1795792762354548,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(112,1795792762358829,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instance.create','service instance 8f6f547e-45e1-4e9a-aad1-70e22b76c61c','{"name":"destinations","service":"destination","plan":"lite","space":""}',NULL,NULL);
INSERT INTO audit VALUES(113,1795792762370053,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','service_binding.create','service binding baef08d7-2db8-4145-861e-17a70ae0ba60','{"name":"guide","instance":"8f6f547e-45e1-4e9a-aad1-70e22b76c61c"}',NULL,NULL);
INSERT INTO audit VALUES(114,1795792762385099,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(115,1795792762389880,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instance.create','service instance 9144a097-feb0-4ddb-b6b5-879e85e206af','{"name":"destinations","service":"destination","plan":"lite","space":""}',NULL,NULL);
INSERT INTO audit VALUES(116,1795792762404490,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_binding.create','service binding 26239434-b4ba-4573-bfc6-4c9e5a6e4e78','{"name":"guide","instance":"9144a097-feb0-4ddb-b6b5-879e85e206af"}',NULL,NULL);
INSERT INTO audit VALUES(117,1795792762426697,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide administrator','{}',NULL,NULL);
INSERT INTO audit VALUES(118,1795792762431452,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(119,1795792762444975,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide project.lead','{}',NULL,NULL);
INSERT INTO audit VALUES(120,1795792762448332,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide project.lead','{"user":"project.lead@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(121,1795792762458586,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide developer','{}',NULL,NULL);
INSERT INTO audit VALUES(122,1795792762467710,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide developer','{"user":"developer@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(123,1795792762476597,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide tester','{}',NULL,NULL);
INSERT INTO audit VALUES(124,1795792762479614,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide tester','{"user":"tester@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(125,1795792762489105,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide change.manager','{}',NULL,NULL);
INSERT INTO audit VALUES(126,1795792762506075,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide change.manager','{"user":"change.manager@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(127,1795792762513789,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.create','Guide deployment.manager','{}',NULL,NULL);
INSERT INTO audit VALUES(128,1795792762518836,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection Guide deployment.manager','{"user":"deployment.manager@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(129,1795792762532186,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role_collection.create','Guide administrator','{}',NULL,NULL);
INSERT INTO audit VALUES(130,1795792762539283,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role_collection.assign','role collection Guide administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(131,1795792762547088,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role_collection.create','Guide developer','{}',NULL,NULL);
INSERT INTO audit VALUES(132,1795792762555466,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','role_collection.assign','role collection Guide developer','{"user":"developer@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(133,1795792762567783,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.create','Guide developer','{}',NULL,NULL);
INSERT INTO audit VALUES(134,1795792762579806,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.assign','role collection Guide developer','{"user":"developer@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(135,1795792762586139,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role_collection.create','Guide developer','{}',NULL,NULL);
INSERT INTO audit VALUES(136,1795792762595545,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role_collection.assign','role collection Guide developer','{"user":"developer@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(137,1795792762601276,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.create','Guide tester','{}',NULL,NULL);
INSERT INTO audit VALUES(138,1795792762605553,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.assign','role collection Guide tester','{"user":"tester@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(139,1795792762618999,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.create','Guide administrator','{}',NULL,NULL);
INSERT INTO audit VALUES(140,1795792762625428,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','role_collection.assign','role collection Guide administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(141,1795792762634187,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role_collection.create','Guide administrator','{}',NULL,NULL);
INSERT INTO audit VALUES(142,1795792762640638,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','role_collection.assign','role collection Guide administrator','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(143,1795792762647089,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(144,1795792762651387,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','project.create','project ad322264-f83a-4738-8334-a4131535bc3f','{"name":"Integration","members":5}',NULL,NULL);
INSERT INTO audit VALUES(145,1795792762691184,'developer@ropeway.example','0b3a0c29-f0ee-446e-845f-0427090c6162','login','person developer@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(146,1795792762757087,'developer@ropeway.example','0b3a0c29-f0ee-446e-845f-0427090c6162','package.import','package OrderIntegration','{"created":["OrderIntake","OrderToErp","OrderStatus","OrderCodes","OrderScripts"],"overwritten":[]}',NULL,NULL);
INSERT INTO audit VALUES(147,1795792762796371,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan alm-ts/standard','{"amount":null,"enable":true}',NULL,NULL);
INSERT INTO audit VALUES(149,1795792762817477,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','subscription.create','subscription alm-ts','{"plan":"standard","id":"2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3"}',NULL,NULL);
INSERT INTO audit VALUES(151,1795792762831120,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection TMS_Viewer_RC','{"user":"landscape.operator@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(152,1795792762834859,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection TMS_LandscapeOperator_RC','{"user":"landscape.operator@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(153,1795792762843163,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role_collection.assign','role collection TMS_Viewer_RC','{"user":"deployment.manager@ropeway.example"}',NULL,NULL);
INSERT INTO audit VALUES(154,1795792762872150,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person landscape.operator@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(155,1795792762881871,'admin@ropeway.local','','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(157,1795792762901310,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instance.create','service instance e3427498-4af5-4e46-9efd-8e4a063ae6b0','{"name":"content-agent","service":"content-agent","plan":"standard","space":"344faf0e-35ba-405a-85e7-f75cfe895921"}',NULL,NULL);
INSERT INTO audit VALUES(159,1795792762942143,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_binding.create','service binding 905d5897-e7f6-40c3-b791-25d6dd548179','{"name":"guide","instance":"e3427498-4af5-4e46-9efd-8e4a063ae6b0"}',NULL,NULL);
INSERT INTO audit VALUES(161,1795792762973546,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instance.create','service instance 6b4aa834-a252-4891-b00e-bf653b68a551','{"name":"process-integration-api","service":"it-rt","plan":"api","space":"344faf0e-35ba-405a-85e7-f75cfe895921"}',NULL,NULL);
INSERT INTO audit VALUES(163,1795792762996950,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','service_binding.create','service binding 4b2febdb-b605-49bf-b468-64f169710aa6','{"name":"guide","instance":"6b4aa834-a252-4891-b00e-bf653b68a551"}',NULL,NULL);
INSERT INTO audit VALUES(164,1795792763016725,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(165,1795792763023631,'admin@ropeway.local','0b3a0c29-f0ee-446e-845f-0427090c6162','tenant.transport_mode','tenant cpi-dev','{"mode":"TransportManagementService"}',NULL,NULL);
INSERT INTO audit VALUES(166,1795792763032790,'sb-cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','0b3a0c29-f0ee-446e-845f-0427090c6162','destination.create','destination ContentAssemblyService','{"level":"subaccount"}',NULL,NULL);
INSERT INTO audit VALUES(167,1795792763044257,'sb-cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','0b3a0c29-f0ee-446e-845f-0427090c6162','destination.create','destination CloudIntegration','{"level":"subaccount"}',NULL,NULL);
INSERT INTO audit VALUES(168,1795792763055249,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','space.create','space ddd7c58c-5b43-4e46-b818-e38124910656 sap_cloud_alm_space','{"org":"61a4e12d-7b23-4755-8ea3-81bf2f7d9874"}',NULL,NULL);
INSERT INTO audit VALUES(169,1795792763058822,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role.create','role space_manager in ddd7c58c-5b43-4e46-b818-e38124910656','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(170,1795792763067349,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','role.create','role space_developer in ddd7c58c-5b43-4e46-b818-e38124910656','{"user":"admin@ropeway.local"}',NULL,NULL);
INSERT INTO audit VALUES(171,1795792763097480,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','entitlement.assign','plan SAPCloudALMAPIs/standard','{"amount":1.0,"enable":null}',NULL,NULL);
INSERT INTO audit VALUES(174,1795792763130042,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instance.create','service instance f5008ecc-bb15-4497-a960-9de4a11d871f','{"name":"CALMFeatureDeployment","service":"SAPCloudALMAPIs","plan":"standard","space":"ddd7c58c-5b43-4e46-b818-e38124910656"}',NULL,NULL);
INSERT INTO audit VALUES(176,1795792763174131,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_binding.create','service binding c502718a-5114-48f7-8953-39fdc69f563c','{"name":"sap_cloud_alm_key","instance":"f5008ecc-bb15-4497-a960-9de4a11d871f"}',NULL,NULL);
INSERT INTO audit VALUES(177,1795792763194480,'sb-cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','0b3a0c29-f0ee-446e-845f-0427090c6162','destination.create','destination TransportManagementService','{"level":"subaccount"}',NULL,NULL);
INSERT INTO audit VALUES(178,1795792763218141,'sb-clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination.create','destination CPI_TEST_CF','{"level":"subaccount"}',NULL,NULL);
INSERT INTO audit VALUES(179,1795792763227861,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person admin@ropeway.local','{}',NULL,NULL);
INSERT INTO audit VALUES(180,1795792763238539,'sb-clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination.create','destination CPI_PROD_CF','{"level":"subaccount"}',NULL,NULL);
INSERT INTO audit VALUES(182,1795792763245156,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','node.create','node 181','{"name":"DEV","uploadAllowed":true,"forwardMode":"AUTO","virtual":false,"importDisabled":false,"destination":null}',NULL,NULL);
INSERT INTO audit VALUES(185,1795792763254554,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','node.create','node 183','{"name":"TEST","uploadAllowed":false,"forwardMode":"AUTO","virtual":false,"importDisabled":false,"destination":"CPI_TEST_CF"}',NULL,NULL);
INSERT INTO audit VALUES(188,1795792763263135,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','node.create','node 186','{"name":"PROD","uploadAllowed":false,"forwardMode":"AUTO","virtual":false,"importDisabled":false,"destination":"CPI_PROD_CF"}',NULL,NULL);
INSERT INTO audit VALUES(190,1795792763270509,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','route.create','route 189','{"name":"DEV_TEST","source":181,"target":183}',NULL,NULL);
INSERT INTO audit VALUES(192,1795792763283319,'landscape.operator@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','route.create','route 191','{"name":"TEST_PROD","source":183,"target":186}',NULL,NULL);
INSERT INTO audit VALUES(193,1795792763361531,'project.lead@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person project.lead@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(195,1795792763375640,'project.lead@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.create','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"displayId":"6-1","project":"ad322264-f83a-4738-8334-a4131535bc3f"}',NULL,NULL);
INSERT INTO audit VALUES(196,1795792763389273,'developer@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person developer@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(198,1795792763399451,'developer@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.update','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"status":"IN_REALIZATION"}',NULL,NULL);
INSERT INTO audit VALUES(199,1795792763412832,'developer@ropeway.example','0b3a0c29-f0ee-446e-845f-0427090c6162','login','person developer@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(201,1795792763438542,'developer@ropeway.example','0b3a0c29-f0ee-446e-845f-0427090c6162','package.transport','package OrderIntegration','{"activity":"944efdc0-0fff-41d4-abbc-d048e7369ed3"}',NULL,NULL);
INSERT INTO audit VALUES(203,1795792763465089,'sb-e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58','0b3a0c29-f0ee-446e-845f-0427090c6162','content.export','activity d19f131d-6b41-45df-8a66-f8f643323f35','{"requestor":"944efdc0-0fff-41d4-abbc-d048e7369ed3"}',NULL,NULL);
INSERT INTO audit VALUES(205,1795792763555708,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','file.upload','file 204','{"name":"OrderIntegration.mtar","size":11546}',NULL,NULL);
INSERT INTO audit VALUES(212,1795792763582699,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','request.export','request 208','{"node":"DEV","contentType":"MTA"}',NULL,NULL);
INSERT INTO audit VALUES(214,1795792763794507,'developer@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.transport.assign','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"id":208}',NULL,NULL);
INSERT INTO audit VALUES(215,1795792763845215,'deployment.manager@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person deployment.manager@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(218,1795792763853969,'deployment.manager@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.deploy','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"node":"TEST","transports":[208]}',NULL,NULL);
INSERT INTO audit VALUES(221,1795792763869434,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','import.start','node 183','{"node":"TEST","action":219,"requests":[208]}',NULL,NULL);
INSERT INTO audit VALUES(229,1795792763964895,'deploy.user@ropeway.example','ce515475-17e9-48af-b5de-6a23a9c44b49','deploy.start','deployment 5e41a0de-61a2-466c-80cc-9fd386833642','{"space":"04e9d85d-2370-4c93-8b95-590668d09283","service":"xs2-deploy","state":"RUNNING"}',NULL,NULL);
INSERT INTO audit VALUES(233,1795792764038354,'deploy.user@ropeway.example','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instance.create','service instance 2de64cf1-852d-4bce-abb3-9fa085e33cfc','{"name":"process_integration_transport_instance","service":"it-rt","plan":"api","space":"04e9d85d-2370-4c93-8b95-590668d09283"}',NULL,NULL);
INSERT INTO audit VALUES(234,1795792764043518,'deploy.user@ropeway.example','ce515475-17e9-48af-b5de-6a23a9c44b49','service_binding.create','service binding 45a713ac-ecfc-4a9a-a1a0-8812bd0adb3d','{"name":"OrderIntegration-process_integration_transport_instance-credentials","instance":"2de64cf1-852d-4bce-abb3-9fa085e33cfc"}',NULL,NULL);
INSERT INTO audit VALUES(236,1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117','ce515475-17e9-48af-b5de-6a23a9c44b49','package.import','package OrderIntegration','{"created":["OrderIntake","OrderToErp","OrderStatus","OrderCodes","OrderScripts"],"overwritten":[]}',NULL,NULL);
INSERT INTO audit VALUES(237,1795792764153675,'deploy.user@ropeway.example','ce515475-17e9-48af-b5de-6a23a9c44b49','deploy.finish','deployment 5e41a0de-61a2-466c-80cc-9fd386833642','{"space":"04e9d85d-2370-4c93-8b95-590668d09283","mtaId":"cpi.OrderIntegration","state":"FINISHED","errorType":null}',NULL,NULL);
INSERT INTO audit VALUES(245,1795792764260958,'transport-management','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','import.end','node 183','{"node":"TEST","action":219,"status":"succeeded"}',NULL,NULL);
INSERT INTO audit VALUES(248,1795792764381428,'developer@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.update','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"status":"IN_TESTING"}',NULL,NULL);
INSERT INTO audit VALUES(249,1795792764422515,'tester@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person tester@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(251,1795792764428045,'tester@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.update','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"status":"SUCCESSFULLY_TESTED"}',NULL,NULL);
INSERT INTO audit VALUES(252,1795792764461765,'change.manager@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','login','person change.manager@ropeway.example','{}',NULL,NULL);
INSERT INTO audit VALUES(254,1795792764465316,'change.manager@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.update','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"status":"APPROVED_FOR_DEPLOYMENT"}',NULL,NULL);
INSERT INTO audit VALUES(257,1795792764471158,'deployment.manager@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.deploy','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"node":"PROD","transports":[208]}',NULL,NULL);
INSERT INTO audit VALUES(260,1795792764476284,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','import.start','node 186','{"node":"PROD","action":258,"requests":[208]}',NULL,NULL);
INSERT INTO audit VALUES(267,1795792764535141,'deploy.user@ropeway.example','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','deploy.start','deployment 6c45fd33-0dd2-424f-9789-4d30138d67d8','{"space":"a25035a1-d0dd-46cf-a3b0-089df4547308","service":"xs2-deploy","state":"RUNNING"}',NULL,NULL);
INSERT INTO audit VALUES(270,1795792764617440,'deploy.user@ropeway.example','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instance.create','service instance 971894da-8acc-44d3-979d-261803f7e148','{"name":"process_integration_transport_instance","service":"it-rt","plan":"api","space":"a25035a1-d0dd-46cf-a3b0-089df4547308"}',NULL,NULL);
INSERT INTO audit VALUES(271,1795792764621430,'deploy.user@ropeway.example','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_binding.create','service binding 8e48827a-a64b-441b-b71e-75d5c67e336a','{"name":"OrderIntegration-process_integration_transport_instance-credentials","instance":"971894da-8acc-44d3-979d-261803f7e148"}',NULL,NULL);
INSERT INTO audit VALUES(274,1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','package.import','package OrderIntegration','{"created":["OrderIntake","OrderToErp","OrderStatus","OrderCodes","OrderScripts"],"overwritten":[]}',NULL,NULL);
INSERT INTO audit VALUES(275,1795792764752643,'deploy.user@ropeway.example','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','deploy.finish','deployment 6c45fd33-0dd2-424f-9789-4d30138d67d8','{"space":"a25035a1-d0dd-46cf-a3b0-089df4547308","mtaId":"cpi.OrderIntegration","state":"FINISHED","errorType":null}',NULL,NULL);
INSERT INTO audit VALUES(283,1795792764954943,'transport-management','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','import.end','node 186','{"node":"PROD","action":258,"status":"succeeded"}',NULL,NULL);
INSERT INTO audit VALUES(286,1795792765309538,'project.lead@ropeway.example','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','feature.update','feature 2c6e2660-9060-4936-bacb-6cda79453cc6','{"status":"CONFIRMED"}',NULL,NULL);
INSERT INTO audit VALUES(288,1795792765333227,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instance.create','service instance 99a9e1c8-a892-4773-8f5c-685d3a9f3667','{"name":"transport","service":"transport","plan":"standard","space":"ddd7c58c-5b43-4e46-b818-e38124910656"}',NULL,NULL);
INSERT INTO audit VALUES(290,1795792765367219,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_binding.create','service binding b0640ede-3257-4049-b573-4e01b2717427','{"name":"guide","instance":"99a9e1c8-a892-4773-8f5c-685d3a9f3667"}',NULL,NULL);
INSERT INTO audit VALUES(292,1795792765403206,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instance.create','service instance 13b78cbb-b1b9-4664-8df6-f4153dedb83f','{"name":"transport-export","service":"transport","plan":"export","space":"ddd7c58c-5b43-4e46-b818-e38124910656"}',NULL,NULL);
INSERT INTO audit VALUES(294,1795792765427864,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_binding.create','service binding 2bdd1ee2-a2e3-46dc-b3fb-ec0681d8bb99','{"name":"guide","instance":"13b78cbb-b1b9-4664-8df6-f4153dedb83f"}',NULL,NULL);
INSERT INTO audit VALUES(296,1795792765473464,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instance.create','service instance 7379f643-65ba-4c7f-af17-d426b382e1f1','{"name":"transport-operator","service":"transport","plan":"transport_operator","space":"ddd7c58c-5b43-4e46-b818-e38124910656"}',NULL,NULL);
INSERT INTO audit VALUES(298,1795792765500915,'admin@ropeway.local','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_binding.create','service binding 23f77c56-226f-4bde-8197-b7118367d290','{"name":"guide","instance":"7379f643-65ba-4c7f-af17-d426b382e1f1"}',NULL,NULL);
INSERT INTO audit VALUES(300,1795792765540748,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instance.create','service instance 2fd18f61-4369-47d9-a371-6cd782b37b62','{"name":"process-integration-api","service":"it-rt","plan":"api","space":"04e9d85d-2370-4c93-8b95-590668d09283"}',NULL,NULL);
INSERT INTO audit VALUES(302,1795792765597528,'admin@ropeway.local','ce515475-17e9-48af-b5de-6a23a9c44b49','service_binding.create','service binding 0bb76383-c395-4e40-a601-635b7679682c','{"name":"guide","instance":"2fd18f61-4369-47d9-a371-6cd782b37b62"}',NULL,NULL);
INSERT INTO audit VALUES(304,1795792765625205,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instance.create','service instance c2d8bbb2-6a41-4824-8263-66ab96f52c89','{"name":"process-integration-api","service":"it-rt","plan":"api","space":"a25035a1-d0dd-46cf-a3b0-089df4547308"}',NULL,NULL);
INSERT INTO audit VALUES(306,1795792765662623,'admin@ropeway.local','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_binding.create','service binding 17bbecae-ef91-44b4-96c3-434b075e0fd4','{"name":"guide","instance":"c2d8bbb2-6a41-4824-8263-66ab96f52c89"}',NULL,NULL);
INSERT INTO audit VALUES(307,1795792765690736,'developer@ropeway.example','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','login','person developer@ropeway.example','{}',NULL,NULL);
CREATE TABLE setting (
    name text primary key,
    value text not null
);
INSERT INTO setting VALUES('data_key','v1.ibzmQbOIW2NmsU4I/T+WTOy1m8nEGtq4ZJjx6xPS3tp8Qo2FJJ2b2H8qdW58KDcvTijl+OMkwF+2vQfS');
CREATE TABLE zone (
    id text primary key,
    name text not null unique,
    kind text not null,
    created_at bigint not null
);
INSERT INTO zone VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','global','global_account',1795792758880508);
INSERT INTO zone VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm','subaccount',1795792761728341);
INSERT INTO zone VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','cpi-dev','subaccount',1795792761738520);
INSERT INTO zone VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','cpi-test','subaccount',1795792761744218);
INSERT INTO zone VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cpi-prod','subaccount',1795792761754452);
CREATE TABLE oauth_client (
    client_id text primary key,
    zone text not null,
    app_id text not null,
    authorities text not null,
    grant_types text not null,
    validity bigint not null,
    instance text,
    created_at bigint not null
);
INSERT INTO oauth_client VALUES('sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','7a6c24b8-0a4e-463f-8e12-22c3c4086581','de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','["cis-central!b14.GlobalAccount_Admin","cis-central!b14.GlobalAccount_Viewer"]','["client_credentials"]',43200,NULL,1795792758880508);
INSERT INTO oauth_client VALUES('sb-clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','["destination-xsappname!b9.Destination_Administrator","destination-xsappname!b9.Destination_Viewer","destination-xsappname!b9.Destination_Administrator_Instance","destination-xsappname!b9.Destination_Viewer_Instance"]','["client_credentials"]',43200,'69f0910c-aae9-4412-a625-ee09fcd7a0d4',1795792762300657);
INSERT INTO oauth_client VALUES('sb-cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','0b3a0c29-f0ee-446e-845f-0427090c6162','cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','["destination-xsappname!b9.Destination_Administrator","destination-xsappname!b9.Destination_Viewer","destination-xsappname!b9.Destination_Administrator_Instance","destination-xsappname!b9.Destination_Viewer_Instance"]','["client_credentials"]',43200,'aef6dd3b-d989-41ec-bd03-f760dd13fd81',1795792762335505);
INSERT INTO oauth_client VALUES('sb-clone8f6f547e45e14e9aaad170e22b76c61c!b21|destination-xsappname!b9','ce515475-17e9-48af-b5de-6a23a9c44b49','clone8f6f547e45e14e9aaad170e22b76c61c!b21|destination-xsappname!b9','["destination-xsappname!b9.Destination_Administrator","destination-xsappname!b9.Destination_Viewer","destination-xsappname!b9.Destination_Administrator_Instance","destination-xsappname!b9.Destination_Viewer_Instance"]','["client_credentials"]',43200,'8f6f547e-45e1-4e9a-aad1-70e22b76c61c',1795792762358829);
INSERT INTO oauth_client VALUES('sb-clone9144a097feb04ddbb6b5879e85e206af!b26|destination-xsappname!b9','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','clone9144a097feb04ddbb6b5879e85e206af!b26|destination-xsappname!b9','["destination-xsappname!b9.Destination_Administrator","destination-xsappname!b9.Destination_Viewer","destination-xsappname!b9.Destination_Administrator_Instance","destination-xsappname!b9.Destination_Viewer_Instance"]','["client_credentials"]',43200,'9144a097-feb0-4ddb-b6b5-879e85e206af',1795792762389880);
INSERT INTO oauth_client VALUES('sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','["alm-ts-backend!b12.Display","alm-ts-backend!b12.LandscapeManage","alm-ts-backend!b12.Export","alm-ts-backend!b12.Import","alm-ts-backend!b12.ImportSelected","alm-ts-backend!b12.TransportManage","alm-ts-backend!b12.Admin"]','["client_credentials"]',43200,NULL,1795792762817477);
INSERT INTO oauth_client VALUES('sb-e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58','0b3a0c29-f0ee-446e-845f-0427090c6162','e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58','["content-agent!b58.Export","content-agent!b58.Read"]','["client_credentials"]',43200,'e3427498-4af5-4e46-9efd-8e4a063ae6b0',1795792762901310);
INSERT INTO oauth_client VALUES('sb-6b4aa834-a252-4891-b00e-bf653b68a551!b16|it!b117','0b3a0c29-f0ee-446e-845f-0427090c6162','6b4aa834-a252-4891-b00e-bf653b68a551!b16|it!b117','["it!b117.TransportModule.read","it!b117.TransportModule.write","it!b117.WebToolingWorkspace.Read","it!b117.WebToolingWorkspace.Write"]','["client_credentials"]',43200,'6b4aa834-a252-4891-b00e-bf653b68a551',1795792762973546);
INSERT INTO oauth_client VALUES('sb-CALMFeatureDeployment!b11|sapcloudalm!b2','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','CALMFeatureDeployment!b11|sapcloudalm!b2','["sapcloudalm!b2.imp-cdm-feature-display-ui","sapcloudalm!b2.imp-cdm-feature-manage-ui"]','["client_credentials"]',43200,'f5008ecc-bb15-4497-a960-9de4a11d871f',1795792763130042);
INSERT INTO oauth_client VALUES('sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117','ce515475-17e9-48af-b5de-6a23a9c44b49','2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117','["it!b117.TransportModule.read","it!b117.TransportModule.write","it!b117.WebToolingWorkspace.Read","it!b117.WebToolingWorkspace.Write"]','["client_credentials"]',43200,'2de64cf1-852d-4bce-abb3-9fa085e33cfc',1795792764038354);
INSERT INTO oauth_client VALUES('sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','971894da-8acc-44d3-979d-261803f7e148!b26|it!b117','["it!b117.TransportModule.read","it!b117.TransportModule.write","it!b117.WebToolingWorkspace.Read","it!b117.WebToolingWorkspace.Write"]','["client_credentials"]',43200,'971894da-8acc-44d3-979d-261803f7e148',1795792764617440);
INSERT INTO oauth_client VALUES('sb-99a9e1c8-a892-4773-8f5c-685d3a9f3667!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','99a9e1c8-a892-4773-8f5c-685d3a9f3667!b11|alm-ts-backend!b12','["alm-ts-backend!b12.Display","alm-ts-backend!b12.LandscapeManage","alm-ts-backend!b12.Export","alm-ts-backend!b12.Import","alm-ts-backend!b12.ImportSelected","alm-ts-backend!b12.TransportManage","alm-ts-backend!b12.Admin"]','["client_credentials"]',43200,'99a9e1c8-a892-4773-8f5c-685d3a9f3667',1795792765333227);
INSERT INTO oauth_client VALUES('sb-13b78cbb-b1b9-4664-8df6-f4153dedb83f!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','13b78cbb-b1b9-4664-8df6-f4153dedb83f!b11|alm-ts-backend!b12','["alm-ts-backend!b12.Display","alm-ts-backend!b12.Export"]','["client_credentials"]',43200,'13b78cbb-b1b9-4664-8df6-f4153dedb83f',1795792765403206);
INSERT INTO oauth_client VALUES('sb-7379f643-65ba-4c7f-af17-d426b382e1f1!b11|alm-ts-backend!b12','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','7379f643-65ba-4c7f-af17-d426b382e1f1!b11|alm-ts-backend!b12','["alm-ts-backend!b12.Display","alm-ts-backend!b12.Import","alm-ts-backend!b12.ImportSelected","alm-ts-backend!b12.TransportManage"]','["client_credentials"]',43200,'7379f643-65ba-4c7f-af17-d426b382e1f1',1795792765473464);
INSERT INTO oauth_client VALUES('sb-2fd18f61-4369-47d9-a371-6cd782b37b62!b21|it!b117','ce515475-17e9-48af-b5de-6a23a9c44b49','2fd18f61-4369-47d9-a371-6cd782b37b62!b21|it!b117','["it!b117.TransportModule.read","it!b117.TransportModule.write","it!b117.WebToolingWorkspace.Read","it!b117.WebToolingWorkspace.Write"]','["client_credentials"]',43200,'2fd18f61-4369-47d9-a371-6cd782b37b62',1795792765540748);
INSERT INTO oauth_client VALUES('sb-c2d8bbb2-6a41-4824-8263-66ab96f52c89!b26|it!b117','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','c2d8bbb2-6a41-4824-8263-66ab96f52c89!b26|it!b117','["it!b117.TransportModule.read","it!b117.TransportModule.write","it!b117.WebToolingWorkspace.Read","it!b117.WebToolingWorkspace.Write"]','["client_credentials"]',43200,'c2d8bbb2-6a41-4824-8263-66ab96f52c89',1795792765625205);
CREATE TABLE client_secret (
    client_id text not null,
    holder text not null,
    hash text not null,
    primary key (client_id, holder)
);
INSERT INTO client_secret VALUES('sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14','','sboXxyu6CHMSxl1fKi+STkFIydg1GeYRIAD6JfFWXBQ=');
INSERT INTO client_secret VALUES('sb-clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','8cb1438d-906b-4f53-afa9-a8fe88c9c8ce','LQcELL/HGLTt2jlxv+Nsa+1Qtdha8eIR7kMUMHU5CcA=');
INSERT INTO client_secret VALUES('sb-cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','4e3baeb5-2967-4bc3-b3e5-089fd5bba868','oVRvGNpaivRbzhFw6gLfv9Oj3KmExq38LT3GSVAztno=');
INSERT INTO client_secret VALUES('sb-clone8f6f547e45e14e9aaad170e22b76c61c!b21|destination-xsappname!b9','baef08d7-2db8-4145-861e-17a70ae0ba60','vguDpmm7n3CsK+8K7kOC6YdCab6KYSau3Xjkg/lD+Y0=');
INSERT INTO client_secret VALUES('sb-clone9144a097feb04ddbb6b5879e85e206af!b26|destination-xsappname!b9','26239434-b4ba-4573-bfc6-4c9e5a6e4e78','ey/x3dHBvpEPjkG3qkLdDxeKpMYu5krPz1uZYLtTqYY=');
INSERT INTO client_secret VALUES('sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','','P2rNL3My+UCaZI4FpLz19W0QRbFML//YmPuzRYkYuIw=');
INSERT INTO client_secret VALUES('sb-e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58','905d5897-e7f6-40c3-b791-25d6dd548179','At5uuCYVLDtOZbtbNDrCnpHBxkIawEC6X8Qdu5T3ylQ=');
INSERT INTO client_secret VALUES('sb-6b4aa834-a252-4891-b00e-bf653b68a551!b16|it!b117','4b2febdb-b605-49bf-b468-64f169710aa6','j3+XYoRmNgJZHareULOF1JDIii4saeshCg1AOEEiwRo=');
INSERT INTO client_secret VALUES('sb-CALMFeatureDeployment!b11|sapcloudalm!b2','','XIP7qkKqswbZOSI5mRga1L9kd9kCUiBoAyfkPVn/HCk=');
INSERT INTO client_secret VALUES('sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117','45a713ac-ecfc-4a9a-a1a0-8812bd0adb3d','9j826x/EMz20bqCwpNcENziZGH2xBGADrA+PLM1q1zw=');
INSERT INTO client_secret VALUES('sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117','8e48827a-a64b-441b-b71e-75d5c67e336a','cFYyaoYGJiXhaxLTg0/CiylfivS/qAj2Zm7ysaJ4Ago=');
INSERT INTO client_secret VALUES('sb-99a9e1c8-a892-4773-8f5c-685d3a9f3667!b11|alm-ts-backend!b12','b0640ede-3257-4049-b573-4e01b2717427','lT1JucvpXystkV0jv02ykI0VHE2gmB0mXdzWoJDKpPI=');
INSERT INTO client_secret VALUES('sb-13b78cbb-b1b9-4664-8df6-f4153dedb83f!b11|alm-ts-backend!b12','2bdd1ee2-a2e3-46dc-b3fb-ec0681d8bb99','lMBYvVfLiFmHflJPEPa9a4hsDPo0DMi1RtklCkZaNnY=');
INSERT INTO client_secret VALUES('sb-7379f643-65ba-4c7f-af17-d426b382e1f1!b11|alm-ts-backend!b12','23f77c56-226f-4bde-8197-b7118367d290','t1OzrEHjY1F3gOdvyYP/VuENc4Sr52nrnb5tcGqqnmw=');
INSERT INTO client_secret VALUES('sb-2fd18f61-4369-47d9-a371-6cd782b37b62!b21|it!b117','0bb76383-c395-4e40-a601-635b7679682c','giaFSOUyuPw9s9an0GjebUKdYDj04Y6o9mvvRLzR3Jw=');
INSERT INTO client_secret VALUES('sb-c2d8bbb2-6a41-4824-8263-66ab96f52c89!b26|it!b117','17bbecae-ef91-44b4-96c3-434b075e0fd4','xGZ90tk58UOXYhZhyOF6tKSjAnA5WVAy27Hz30TVFik=');
CREATE TABLE person (
    id text primary key,
    user_key text not null unique,
    user_name text not null,
    email text not null,
    given_name text not null,
    family_name text not null,
    password text,
    created_at bigint not null,
    modified_at bigint not null,
    version bigint not null
);
INSERT INTO person VALUES('abeebf9e-f88d-4118-87d6-c63ad5a0b542','admin@ropeway.local','admin@ropeway.local','admin@ropeway.local','Global Account','Administrator','$argon2id$v=19$m=19456,t=2,p=1$JVXxRQs812Pty1y+tOeZnQ$fUIG4YOcLuCjWRt92bk3u/9yzS55OGjkcaaNWBzSY74',1795792758880491,1795792758880491,0);
INSERT INTO person VALUES('4fe48498-ee08-4a0b-8911-94dfba5a8c90','landscape.operator@ropeway.example','landscape.operator@ropeway.example','landscape.operator@ropeway.example','landscape','operator','$argon2id$v=19$m=19456,t=2,p=1$KOMe9BIG2k3UEo2hjxZG/A$BvHSNrRgGyP1z/YP6vX3HaiPmkHOhfriVhn6qnwMmeM',1795792761954366,1795792761954366,0);
INSERT INTO person VALUES('5c8b2c68-5814-4f95-9e26-1de225cf81fb','developer@ropeway.example','developer@ropeway.example','developer@ropeway.example','developer','user','$argon2id$v=19$m=19456,t=2,p=1$TM7hoQ3JFAncArft2QoXgw$3T1BE5nP0zPtShyzAZYcLUEL08et+YGbH9m5PwtDqHc',1795792762005037,1795792762005037,0);
INSERT INTO person VALUES('76552381-85fc-46fe-b1b7-376a0fb35331','tester@ropeway.example','tester@ropeway.example','tester@ropeway.example','tester','user','$argon2id$v=19$m=19456,t=2,p=1$bjO71MyPIFjnYs8YhefY6g$4MLfT0fhTlWZZe3WL7Z7PtZe9tv4n/DlNpFFNMle/Ys',1795792762052983,1795792762052983,0);
INSERT INTO person VALUES('f118c4bb-30b8-478c-b8db-601052fc98d3','change.manager@ropeway.example','change.manager@ropeway.example','change.manager@ropeway.example','change','manager','$argon2id$v=19$m=19456,t=2,p=1$weYr3E/ji7Jx0nVgx1Sm8Q$1+I5UuFktgTPlnxEA2BrAnaxI/+iLN49RcGTu7rkhQc',1795792762096571,1795792762096571,0);
INSERT INTO person VALUES('7ff2815e-bf19-45a6-aecc-4f35fba82e8c','deployment.manager@ropeway.example','deployment.manager@ropeway.example','deployment.manager@ropeway.example','deployment','manager','$argon2id$v=19$m=19456,t=2,p=1$j4hF2OWBjevg4ZdMDqNEQQ$3uxw3dxQ+ZylLchFhYXpbE7lcw/4CZfGKqkkZCIjB3Q',1795792762136203,1795792762136203,0);
INSERT INTO person VALUES('1d6ce26b-f90e-4a3d-9289-9f7672a2f65b','project.lead@ropeway.example','project.lead@ropeway.example','project.lead@ropeway.example','project','lead','$argon2id$v=19$m=19456,t=2,p=1$2MwXZ8cbr/b7H16MfhElag$hh20IAUwJGDoWbvbVUd4tbVes9tjewLvV3jppCl2W44',1795792762178757,1795792762178757,0);
INSERT INTO person VALUES('1ea7be3f-5431-4f99-958c-86c30747a69a','deploy.user@ropeway.example','deploy.user@ropeway.example','deploy.user@ropeway.example','deploy','user','$argon2id$v=19$m=19456,t=2,p=1$5ktIdrGIUnZLgeUlpYIH6w$SVkcjUB2sIaum3NYxqYjgHAaw7tFChalZ1nrKE4b0oM',1795792762203805,1795792762203805,0);
CREATE TABLE shadow_user (
    zone text not null,
    person text not null,
    created_at bigint not null,
    primary key (zone, person)
);
INSERT INTO shadow_user VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','abeebf9e-f88d-4118-87d6-c63ad5a0b542',1795792758880508);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','abeebf9e-f88d-4118-87d6-c63ad5a0b542',1795792761728341);
INSERT INTO shadow_user VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','abeebf9e-f88d-4118-87d6-c63ad5a0b542',1795792761738520);
INSERT INTO shadow_user VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','abeebf9e-f88d-4118-87d6-c63ad5a0b542',1795792761744218);
INSERT INTO shadow_user VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','abeebf9e-f88d-4118-87d6-c63ad5a0b542',1795792761754452);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','1d6ce26b-f90e-4a3d-9289-9f7672a2f65b',1795792762448332);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','5c8b2c68-5814-4f95-9e26-1de225cf81fb',1795792762467710);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','76552381-85fc-46fe-b1b7-376a0fb35331',1795792762479614);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','f118c4bb-30b8-478c-b8db-601052fc98d3',1795792762506075);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','7ff2815e-bf19-45a6-aecc-4f35fba82e8c',1795792762518836);
INSERT INTO shadow_user VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','5c8b2c68-5814-4f95-9e26-1de225cf81fb',1795792762555466);
INSERT INTO shadow_user VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','5c8b2c68-5814-4f95-9e26-1de225cf81fb',1795792762579806);
INSERT INTO shadow_user VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','5c8b2c68-5814-4f95-9e26-1de225cf81fb',1795792762595545);
INSERT INTO shadow_user VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','76552381-85fc-46fe-b1b7-376a0fb35331',1795792762605553);
INSERT INTO shadow_user VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','4fe48498-ee08-4a0b-8911-94dfba5a8c90',1795792762831120);
CREATE TABLE zone_app (
    zone text not null,
    app_id text not null,
    created_at bigint not null,
    primary key (zone, app_id)
);
INSERT INTO zone_app VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','cis-central!b14',1795792758880508);
INSERT INTO zone_app VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','xsuaa!t1',1795792758880508);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','cis-local!b4',1795792761728341);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service-manager!b3',1795792761728341);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination-xsappname!b9',1795792761728341);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','connectivity!b17',1795792761728341);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','xsuaa!t1',1795792761728341);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','cis-local!b4',1795792761738520);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','service-manager!b3',1795792761738520);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination-xsappname!b9',1795792761738520);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','connectivity!b17',1795792761738520);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','xsuaa!t1',1795792761738520);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','cis-local!b4',1795792761744218);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','service-manager!b3',1795792761744218);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination-xsappname!b9',1795792761744218);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','connectivity!b17',1795792761744218);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','xsuaa!t1',1795792761744218);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cis-local!b4',1795792761754452);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service-manager!b3',1795792761754452);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination-xsappname!b9',1795792761754452);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','connectivity!b17',1795792761754452);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','xsuaa!t1',1795792761754452);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2',1795792761860872);
INSERT INTO zone_app VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117',1795792761870738);
INSERT INTO zone_app VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117',1795792761878908);
INSERT INTO zone_app VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117',1795792761889270);
INSERT INTO zone_app VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603',1795792762817477);
CREATE TABLE role (
    zone text not null,
    app_id text not null,
    template text not null,
    name text not null,
    description text not null,
    attributes text not null,
    read_only boolean not null,
    primary key (zone, app_id, template, name)
);
INSERT INTO role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','cis-central!b14','GlobalAccount_Admin','GlobalAccount_Admin','Manage the global account','{}',1);
INSERT INTO role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','cis-central!b14','GlobalAccount_Viewer','GlobalAccount_Viewer','View the global account','{}',1);
INSERT INTO role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','xsuaa!t1','xsuaa_admin','xsuaa_admin','Manage authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','xsuaa!t1','xsuaa_auditor','xsuaa_auditor','Read-only access for authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','cis-local!b4','Subaccount_Admin','Subaccount_Admin','Manage the subaccount','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer','View the subaccount','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator','Manage service instances and bindings','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor','View service instances and bindings','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination-xsappname!b9','Destination_Administrator','Destination_Administrator','Manage destinations of the subaccount','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination-xsappname!b9','Destination_Viewer','Destination_Viewer','View destinations of the subaccount','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance','Manage destinations of service instances','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance','View destinations of service instances','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator','Operate the Cloud Connector','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','xsuaa!t1','xsuaa_admin','xsuaa_admin','Manage authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','xsuaa!t1','xsuaa_auditor','xsuaa_auditor','Read-only access for authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','cis-local!b4','Subaccount_Admin','Subaccount_Admin','Manage the subaccount','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer','View the subaccount','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator','Manage service instances and bindings','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor','View service instances and bindings','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination-xsappname!b9','Destination_Administrator','Destination_Administrator','Manage destinations of the subaccount','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination-xsappname!b9','Destination_Viewer','Destination_Viewer','View destinations of the subaccount','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance','Manage destinations of service instances','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance','View destinations of service instances','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator','Operate the Cloud Connector','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','xsuaa!t1','xsuaa_admin','xsuaa_admin','Manage authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','xsuaa!t1','xsuaa_auditor','xsuaa_auditor','Read-only access for authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','cis-local!b4','Subaccount_Admin','Subaccount_Admin','Manage the subaccount','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer','View the subaccount','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator','Manage service instances and bindings','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor','View service instances and bindings','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination-xsappname!b9','Destination_Administrator','Destination_Administrator','Manage destinations of the subaccount','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination-xsappname!b9','Destination_Viewer','Destination_Viewer','View destinations of the subaccount','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance','Manage destinations of service instances','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance','View destinations of service instances','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator','Operate the Cloud Connector','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','xsuaa!t1','xsuaa_admin','xsuaa_admin','Manage authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','xsuaa!t1','xsuaa_auditor','xsuaa_auditor','Read-only access for authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cis-local!b4','Subaccount_Admin','Subaccount_Admin','Manage the subaccount','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer','View the subaccount','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator','Manage service instances and bindings','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor','View service instances and bindings','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination-xsappname!b9','Destination_Administrator','Destination_Administrator','Manage destinations of the subaccount','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination-xsappname!b9','Destination_Viewer','Destination_Viewer','View destinations of the subaccount','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance','Manage destinations of service instances','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance','View destinations of service instances','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator','Operate the Cloud Connector','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','xsuaa!t1','xsuaa_admin','xsuaa_admin','Manage authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','xsuaa!t1','xsuaa_auditor','xsuaa_auditor','Read-only access for authorizations, trusted identity providers, and users','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_ChangeManager','imp_cdm_ChangeManager','Approve features for production','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_DeploymentManagerTest','imp_cdm_DeploymentManagerTest','Deploy transports to test systems','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_DeploymentManagerProd','imp_cdm_DeploymentManagerProd','Deploy transports to production systems','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_DeveloperCore','imp_cdm_DeveloperCore','Edit features and assign transports','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_StartImplementation','imp_cdm_StartImplementation','Start the implementation of features','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_HandoverToTest','imp_cdm_HandoverToTest','Hand features over to test','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_Tester','imp_cdm_Tester','Confirm successful tests','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_RetrofitConfigurator','imp_cdm_RetrofitConfigurator','Configure retrofit','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_cdm_RetrofitPerformer','imp_cdm_RetrofitPerformer','Perform retrofit','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_pjm_ProjectAdministrator','imp_pjm_ProjectAdministrator','Administer all projects','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_pjm_ProjectLead','imp_pjm_ProjectLead','Lead projects','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_pjm_ProjectMember','imp_pjm_ProjectMember','Work in projects','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','imp_pjm_ProjectViewer','imp_pjm_ProjectViewer','View projects','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','x_calm_GlobalAdministrator','x_calm_GlobalAdministrator','Administer SAP Cloud ALM','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','x_calm_GlobalAuditor','x_calm_GlobalAuditor','Read everything in SAP Cloud ALM','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm!b2','x_landscape_SecurityAdministrator','x_landscape_SecurityAdministrator','Administer keys of managed systems','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspacePackagesRead','WorkspacePackagesRead','Read packages','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit','Create, edit and delete packages','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure','Configure flows','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspacePackagesTransport','WorkspacePackagesTransport','Transport packages','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy','Deploy and undeploy artifacts','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MonitoringDataRead','MonitoringDataRead','Read monitoring data','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead','See design-time locks','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete','Delete design-time locks','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration','Set transport mode, runtime profile and custom tags','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','ESBMessaging.send','ESBMessaging.send','Send messages to integration flows','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','AccessPoliciesEdit','AccessPoliciesEdit','AccessPoliciesEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','AccessPoliciesRead','AccessPoliciesRead','AccessPoliciesRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','CatalogPackagesCopy','CatalogPackagesCopy','CatalogPackagesCopy','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','CatalogPackagesRead','CatalogPackagesRead','CatalogPackagesRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','CredentialsEdit','CredentialsEdit','CredentialsEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','CredentialsRead','CredentialsRead','CredentialsRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataArchivingActivate','DataArchivingActivate','DataArchivingActivate','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataArchivingRead','DataArchivingRead','DataArchivingRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataStorePayloadsRead','DataStorePayloadsRead','DataStorePayloadsRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataStoresAndQueuesRead','DataStoresAndQueuesRead','DataStoresAndQueuesRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','ExternalLoggingActivate','ExternalLoggingActivate','ExternalLoggingActivate','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','ExternalLoggingActivationRead','ExternalLoggingActivationRead','ExternalLoggingActivationRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','JobsRead','JobsRead','JobsRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MessageLocksDelete','MessageLocksDelete','MessageLocksDelete','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MessageLocksRead','MessageLocksRead','MessageLocksRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MessagePayloadsRead','MessagePayloadsRead','MessagePayloadsRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MessageProcessingLocksDelete','MessageProcessingLocksDelete','MessageProcessingLocksDelete','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MessageProcessingLocksRead','MessageProcessingLocksRead','MessageProcessingLocksRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','NumberRangesEdit','NumberRangesEdit','NumberRangesEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','PartnerDirectoryRead','PartnerDirectoryRead','PartnerDirectoryRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','PartnerDirectoryEdit','PartnerDirectoryEdit','PartnerDirectoryEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','SecurityMaterialDownload','SecurityMaterialDownload','SecurityMaterialDownload','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','SecurityMaterialEdit','SecurityMaterialEdit','SecurityMaterialEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','TraceConfigurationEdit','TraceConfigurationEdit','TraceConfigurationEdit','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','TraceConfigurationRead','TraceConfigurationRead','TraceConfigurationRead','{}',1);
INSERT INTO role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it!b117','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspacePackagesRead','WorkspacePackagesRead','Read packages','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit','Create, edit and delete packages','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure','Configure flows','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspacePackagesTransport','WorkspacePackagesTransport','Transport packages','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy','Deploy and undeploy artifacts','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MonitoringDataRead','MonitoringDataRead','Read monitoring data','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead','See design-time locks','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete','Delete design-time locks','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration','Set transport mode, runtime profile and custom tags','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','ESBMessaging.send','ESBMessaging.send','Send messages to integration flows','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','AccessPoliciesEdit','AccessPoliciesEdit','AccessPoliciesEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','AccessPoliciesRead','AccessPoliciesRead','AccessPoliciesRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','CatalogPackagesCopy','CatalogPackagesCopy','CatalogPackagesCopy','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','CatalogPackagesRead','CatalogPackagesRead','CatalogPackagesRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','CredentialsEdit','CredentialsEdit','CredentialsEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','CredentialsRead','CredentialsRead','CredentialsRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataArchivingActivate','DataArchivingActivate','DataArchivingActivate','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataArchivingRead','DataArchivingRead','DataArchivingRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataStorePayloadsRead','DataStorePayloadsRead','DataStorePayloadsRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataStoresAndQueuesRead','DataStoresAndQueuesRead','DataStoresAndQueuesRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','ExternalLoggingActivate','ExternalLoggingActivate','ExternalLoggingActivate','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','ExternalLoggingActivationRead','ExternalLoggingActivationRead','ExternalLoggingActivationRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','JobsRead','JobsRead','JobsRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MessageLocksDelete','MessageLocksDelete','MessageLocksDelete','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MessageLocksRead','MessageLocksRead','MessageLocksRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MessagePayloadsRead','MessagePayloadsRead','MessagePayloadsRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MessageProcessingLocksDelete','MessageProcessingLocksDelete','MessageProcessingLocksDelete','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MessageProcessingLocksRead','MessageProcessingLocksRead','MessageProcessingLocksRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','NumberRangesEdit','NumberRangesEdit','NumberRangesEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','PartnerDirectoryRead','PartnerDirectoryRead','PartnerDirectoryRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','PartnerDirectoryEdit','PartnerDirectoryEdit','PartnerDirectoryEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','SecurityMaterialDownload','SecurityMaterialDownload','SecurityMaterialDownload','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','SecurityMaterialEdit','SecurityMaterialEdit','SecurityMaterialEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','TraceConfigurationEdit','TraceConfigurationEdit','TraceConfigurationEdit','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','TraceConfigurationRead','TraceConfigurationRead','TraceConfigurationRead','{}',1);
INSERT INTO role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it!b117','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspacePackagesRead','WorkspacePackagesRead','Read packages','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit','Create, edit and delete packages','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure','Configure flows','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspacePackagesTransport','WorkspacePackagesTransport','Transport packages','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy','Deploy and undeploy artifacts','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MonitoringDataRead','MonitoringDataRead','Read monitoring data','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead','See design-time locks','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete','Delete design-time locks','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration','Set transport mode, runtime profile and custom tags','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','ESBMessaging.send','ESBMessaging.send','Send messages to integration flows','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','AccessAllAccessPoliciesArtifacts','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','AccessPoliciesEdit','AccessPoliciesEdit','AccessPoliciesEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','AccessPoliciesRead','AccessPoliciesRead','AccessPoliciesRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','CatalogPackageArtifactsRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','CatalogPackagesCopy','CatalogPackagesCopy','CatalogPackagesCopy','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','CatalogPackagesRead','CatalogPackagesRead','CatalogPackagesRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','CredentialsEdit','CredentialsEdit','CredentialsEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','CredentialsRead','CredentialsRead','CredentialsRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataArchivingActivate','DataArchivingActivate','DataArchivingActivate','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataArchivingRead','DataArchivingRead','DataArchivingRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataStorePayloadsRead','DataStorePayloadsRead','DataStorePayloadsRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataStoresAndQueuesRead','DataStoresAndQueuesRead','DataStoresAndQueuesRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','DataStoresAndQueuesRetry','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','ExternalLoggingActivate','ExternalLoggingActivate','ExternalLoggingActivate','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','ExternalLoggingActivationRead','ExternalLoggingActivationRead','ExternalLoggingActivationRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','HealthCheckMonitoringDataRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','JobsRead','JobsRead','JobsRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MessageLocksDelete','MessageLocksDelete','MessageLocksDelete','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MessageLocksRead','MessageLocksRead','MessageLocksRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MessagePayloadsRead','MessagePayloadsRead','MessagePayloadsRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MessageProcessingLocksDelete','MessageProcessingLocksDelete','MessageProcessingLocksDelete','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MessageProcessingLocksRead','MessageProcessingLocksRead','MessageProcessingLocksRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','MonitoringArtifactsDeploy','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','NumberRangesEdit','NumberRangesEdit','NumberRangesEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','PartnerDirectoryRead','PartnerDirectoryRead','PartnerDirectoryRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','PartnerDirectoryEdit','PartnerDirectoryEdit','PartnerDirectoryEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','SecurityMaterialDownload','SecurityMaterialDownload','SecurityMaterialDownload','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','SecurityMaterialEdit','SecurityMaterialEdit','SecurityMaterialEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','TraceConfigurationEdit','TraceConfigurationEdit','TraceConfigurationEdit','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','TraceConfigurationRead','TraceConfigurationRead','TraceConfigurationRead','{}',1);
INSERT INTO role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it!b117','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','AuthGroup_TenantPartnerDirectoryConfigurator','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','Administrator','Administrator','Everything in Cloud Transport Management','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','LandscapeOperator','LandscapeOperator','Configure nodes and routes','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','TransportOperator','TransportOperator','Import, forward, reset, remove and schedule transport requests','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','ImportOperator','ImportOperator','Import all transport requests','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','ImportSelectedOperator','ImportSelectedOperator','Import selected transport requests','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','ExportOperator','ExportOperator','Add content to nodes','{}',1);
INSERT INTO role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts!t1603','Viewer','Viewer','Read everything','{}',1);
CREATE TABLE role_collection (
    zone text not null,
    name text not null,
    description text not null,
    read_only boolean not null,
    app_id text not null,
    created_at bigint not null,
    primary key (zone, name)
);
INSERT INTO role_collection VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Administrator','Administrative access to the global account',1,'',1795792758880508);
INSERT INTO role_collection VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Viewer','Read-only access to the global account',1,'',1795792758880508);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','Administrative access to the subaccount',1,'',1795792761728341);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','Read-only access to the subaccount',1,'',1795792761728341);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Service Administrator','Administrative access to service brokers and environments on a subaccount level.',1,'',1795792761728341);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Destination Administrator','Operate destinations.',1,'',1795792761728341);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cloud Connector Administrator','Operate the data transmission tunnels used by the Cloud connector.',1,'',1795792761728341);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Connectivity and Destination Administrator','Operate the data transmission tunnels used by the Cloud connector, and destinations.',1,'',1795792761728341);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','Administrative access to the subaccount',1,'',1795792761738520);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','Read-only access to the subaccount',1,'',1795792761738520);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Service Administrator','Administrative access to service brokers and environments on a subaccount level.',1,'',1795792761738520);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Destination Administrator','Operate destinations.',1,'',1795792761738520);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Cloud Connector Administrator','Operate the data transmission tunnels used by the Cloud connector.',1,'',1795792761738520);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Connectivity and Destination Administrator','Operate the data transmission tunnels used by the Cloud connector, and destinations.',1,'',1795792761738520);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','Administrative access to the subaccount',1,'',1795792761744218);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','Read-only access to the subaccount',1,'',1795792761744218);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Service Administrator','Administrative access to service brokers and environments on a subaccount level.',1,'',1795792761744218);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Destination Administrator','Operate destinations.',1,'',1795792761744218);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Cloud Connector Administrator','Operate the data transmission tunnels used by the Cloud connector.',1,'',1795792761744218);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Connectivity and Destination Administrator','Operate the data transmission tunnels used by the Cloud connector, and destinations.',1,'',1795792761744218);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','Administrative access to the subaccount',1,'',1795792761754452);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','Read-only access to the subaccount',1,'',1795792761754452);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Service Administrator','Administrative access to service brokers and environments on a subaccount level.',1,'',1795792761754452);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Destination Administrator','Operate destinations.',1,'',1795792761754452);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Cloud Connector Administrator','Operate the data transmission tunnels used by the Cloud connector.',1,'',1795792761754452);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Connectivity and Destination Administrator','Operate the data transmission tunnels used by the Cloud connector, and destinations.',1,'',1795792761754452);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Change Manager','Change & Deployment Management Change Manager',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Deployment Manager','Change & Deployment Management Deployment Manager',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Developer','Change & Deployment Management Developer',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Retrofit Configurator','Change & Deployment Management Retrofit Configurator',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Retrofit Executor','Change & Deployment Management Retrofit Executor',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Administrator','Project & Task Management Project Administrator',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Lead','Project & Task Management Project Lead',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Member','Project & Task Management Project Member',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Viewer','Project & Task Management Project Viewer',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cross Global Administrator','Cross Global Administrator',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cross Global Auditor','Cross Global Auditor',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Landscape Management Security Administrator','Landscape Management Security Administrator',1,'sapcloudalm!b2',1795792761860872);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','Tenant administrator',1,'it!b117',1795792761870738);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Business_Expert','Business expert',1,'it!b117',1795792761870738);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','Integration developer',1,'it!b117',1795792761870738);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Read_Only','Read only',1,'it!b117',1795792761870738);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','Tenant administrator',1,'it!b117',1795792761878908);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Business_Expert','Business expert',1,'it!b117',1795792761878908);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','Integration developer',1,'it!b117',1795792761878908);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Read_Only','Read only',1,'it!b117',1795792761878908);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','Tenant administrator',1,'it!b117',1795792761889270);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Business_Expert','Business expert',1,'it!b117',1795792761889270);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','Integration developer',1,'it!b117',1795792761889270);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Read_Only','Read only',1,'it!b117',1795792761889270);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide administrator','made by the guide',0,'',1795792762426697);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide project.lead','made by the guide',0,'',1795792762444975);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide developer','made by the guide',0,'',1795792762458586);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide tester','made by the guide',0,'',1795792762476597);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide change.manager','made by the guide',0,'',1795792762489105);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide deployment.manager','made by the guide',0,'',1795792762513789);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide administrator','made by the guide',0,'',1795792762532186);
INSERT INTO role_collection VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','made by the guide',0,'',1795792762547088);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide developer','made by the guide',0,'',1795792762567783);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide developer','made by the guide',0,'',1795792762586139);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide tester','made by the guide',0,'',1795792762601276);
INSERT INTO role_collection VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide administrator','made by the guide',0,'',1795792762618999);
INSERT INTO role_collection VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide administrator','made by the guide',0,'',1795792762634187);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TMS_LandscapeOperator_RC','Landscape operator of Cloud Transport Management',1,'alm-ts!t1603',1795792762817477);
INSERT INTO role_collection VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TMS_Viewer_RC','Viewer of Cloud Transport Management',1,'alm-ts!t1603',1795792762817477);
CREATE TABLE role_collection_role (
    zone text not null,
    collection text not null,
    app_id text not null,
    template text not null,
    role text not null,
    primary key (zone, collection, app_id, template, role)
);
INSERT INTO role_collection_role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Administrator','cis-central!b14','GlobalAccount_Admin','GlobalAccount_Admin');
INSERT INTO role_collection_role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Administrator','xsuaa!t1','xsuaa_admin','xsuaa_admin');
INSERT INTO role_collection_role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Viewer','cis-central!b14','GlobalAccount_Viewer','GlobalAccount_Viewer');
INSERT INTO role_collection_role VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Global Account Viewer','xsuaa!t1','xsuaa_auditor','xsuaa_auditor');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','cis-local!b4','Subaccount_Admin','Subaccount_Admin');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Administrator','xsuaa!t1','xsuaa_admin','xsuaa_admin');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer','Destination_Viewer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Viewer','xsuaa!t1','xsuaa_auditor','xsuaa_auditor');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subaccount Service Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cloud Connector Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Connectivity and Destination Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','cis-local!b4','Subaccount_Admin','Subaccount_Admin');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Administrator','xsuaa!t1','xsuaa_admin','xsuaa_admin');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer','Destination_Viewer');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Viewer','xsuaa!t1','xsuaa_auditor','xsuaa_auditor');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Subaccount Service Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Cloud Connector Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Connectivity and Destination Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','cis-local!b4','Subaccount_Admin','Subaccount_Admin');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Administrator','xsuaa!t1','xsuaa_admin','xsuaa_admin');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer','Destination_Viewer');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Viewer','xsuaa!t1','xsuaa_auditor','xsuaa_auditor');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Subaccount Service Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Cloud Connector Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Connectivity and Destination Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','cis-local!b4','Subaccount_Admin','Subaccount_Admin');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Administrator','xsuaa!t1','xsuaa_admin','xsuaa_admin');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','cis-local!b4','Subaccount_Viewer','Subaccount_Viewer');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','service-manager!b3','Subaccount_Service_Auditor','Subaccount_Service_Auditor');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer','Destination_Viewer');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','destination-xsappname!b9','Destination_Viewer_Instance','Destination_Viewer_Instance');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Viewer','xsuaa!t1','xsuaa_auditor','xsuaa_auditor');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subaccount Service Administrator','service-manager!b3','Subaccount_Service_Administrator','Subaccount_Service_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Cloud Connector Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Connectivity and Destination Administrator','connectivity!b17','Cloud_Connector_Administrator','Cloud_Connector_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator','Destination_Administrator');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Connectivity and Destination Administrator','destination-xsappname!b9','Destination_Administrator_Instance','Destination_Administrator_Instance');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Change Manager','sapcloudalm!b2','imp_cdm_ChangeManager','imp_cdm_ChangeManager');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Deployment Manager','sapcloudalm!b2','imp_cdm_DeploymentManagerTest','imp_cdm_DeploymentManagerTest');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Deployment Manager','sapcloudalm!b2','imp_cdm_DeploymentManagerProd','imp_cdm_DeploymentManagerProd');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Developer','sapcloudalm!b2','imp_cdm_DeveloperCore','imp_cdm_DeveloperCore');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Developer','sapcloudalm!b2','imp_cdm_StartImplementation','imp_cdm_StartImplementation');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Developer','sapcloudalm!b2','imp_cdm_HandoverToTest','imp_cdm_HandoverToTest');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Retrofit Configurator','sapcloudalm!b2','imp_cdm_RetrofitConfigurator','imp_cdm_RetrofitConfigurator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Change & Deployment Management Retrofit Executor','sapcloudalm!b2','imp_cdm_RetrofitPerformer','imp_cdm_RetrofitPerformer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Administrator','sapcloudalm!b2','imp_pjm_ProjectAdministrator','imp_pjm_ProjectAdministrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Lead','sapcloudalm!b2','imp_pjm_ProjectLead','imp_pjm_ProjectLead');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Member','sapcloudalm!b2','imp_pjm_ProjectMember','imp_pjm_ProjectMember');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Project & Task Management Project Viewer','sapcloudalm!b2','imp_pjm_ProjectViewer','imp_pjm_ProjectViewer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cross Global Administrator','sapcloudalm!b2','x_calm_GlobalAdministrator','x_calm_GlobalAdministrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Cross Global Auditor','sapcloudalm!b2','x_calm_GlobalAuditor','x_calm_GlobalAuditor');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Landscape Management Security Administrator','sapcloudalm!b2','x_landscape_SecurityAdministrator','x_landscape_SecurityAdministrator');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','CredentialsEdit','CredentialsEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','SecurityMaterialEdit','SecurityMaterialEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','AccessPoliciesEdit','AccessPoliciesEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Administrator','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Business_Expert','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Business_Expert','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Business_Expert','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Business_Expert','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','CatalogPackagesCopy','CatalogPackagesCopy');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Integration_Developer','it!b117','TraceConfigurationEdit','TraceConfigurationEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Read_Only','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Read_Only','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','PI_Read_Only','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','CredentialsEdit','CredentialsEdit');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','SecurityMaterialEdit','SecurityMaterialEdit');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','AccessPoliciesEdit','AccessPoliciesEdit');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Administrator','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Business_Expert','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Business_Expert','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Business_Expert','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Business_Expert','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','CatalogPackagesCopy','CatalogPackagesCopy');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Integration_Developer','it!b117','TraceConfigurationEdit','TraceConfigurationEdit');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Read_Only','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Read_Only','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','PI_Read_Only','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','WorkspaceArtifactLocksDelete','WorkspaceArtifactLocksDelete');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','CredentialsEdit','CredentialsEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','SecurityMaterialEdit','SecurityMaterialEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','AccessPoliciesEdit','AccessPoliciesEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Administrator','it!b117','DataStoresAndQueuesDelete','DataStoresAndQueuesDelete');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Business_Expert','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Business_Expert','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Business_Expert','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Business_Expert','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','MessagePayloadsRead','MessagePayloadsRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','CatalogPackagesCopy','CatalogPackagesCopy');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Integration_Developer','it!b117','TraceConfigurationEdit','TraceConfigurationEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Read_Only','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Read_Only','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','PI_Read_Only','it!b117','WorkspaceArtifactLocksRead','WorkspaceArtifactLocksRead');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide administrator','sapcloudalm!b2','imp_pjm_ProjectAdministrator','imp_pjm_ProjectAdministrator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide project.lead','sapcloudalm!b2','imp_pjm_ProjectLead','imp_pjm_ProjectLead');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide developer','sapcloudalm!b2','imp_cdm_DeveloperCore','imp_cdm_DeveloperCore');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide developer','sapcloudalm!b2','imp_cdm_StartImplementation','imp_cdm_StartImplementation');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide developer','sapcloudalm!b2','imp_cdm_HandoverToTest','imp_cdm_HandoverToTest');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide developer','sapcloudalm!b2','imp_pjm_ProjectViewer','imp_pjm_ProjectViewer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide tester','sapcloudalm!b2','imp_cdm_Tester','imp_cdm_Tester');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide tester','sapcloudalm!b2','imp_pjm_ProjectViewer','imp_pjm_ProjectViewer');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide change.manager','sapcloudalm!b2','imp_cdm_ChangeManager','imp_cdm_ChangeManager');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide change.manager','sapcloudalm!b2','imp_pjm_ProjectMember','imp_pjm_ProjectMember');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide deployment.manager','sapcloudalm!b2','imp_cdm_DeploymentManagerTest','imp_cdm_DeploymentManagerTest');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide deployment.manager','sapcloudalm!b2','imp_cdm_DeploymentManagerProd','imp_cdm_DeploymentManagerProd');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Guide deployment.manager','sapcloudalm!b2','imp_pjm_ProjectMember','imp_pjm_ProjectMember');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide administrator','it!b117','WorkspacePackagesTransport','WorkspacePackagesTransport');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide administrator','it!b117','WebToolingSettingsProductProfiles.savetenantconfiguration','WebToolingSettingsProductProfiles.savetenantconfiguration');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','WorkspacePackagesTransport','WorkspacePackagesTransport');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','Guide developer','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide developer','it!b117','WorkspacePackagesConfigure','WorkspacePackagesConfigure');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide developer','it!b117','WorkspaceArtifactsDeploy','WorkspaceArtifactsDeploy');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide developer','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide developer','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide tester','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide tester','it!b117','MonitoringDataRead','MonitoringDataRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','Guide administrator','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide administrator','it!b117','WorkspacePackagesRead','WorkspacePackagesRead');
INSERT INTO role_collection_role VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Guide administrator','it!b117','WorkspacePackagesEdit','WorkspacePackagesEdit');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TMS_LandscapeOperator_RC','alm-ts!t1603','LandscapeOperator','LandscapeOperator');
INSERT INTO role_collection_role VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TMS_Viewer_RC','alm-ts!t1603','Viewer','Viewer');
CREATE TABLE role_assignment (
    zone text not null,
    person text not null,
    collection text not null,
    created_at bigint not null,
    primary key (zone, person, collection)
);
INSERT INTO role_assignment VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Global Account Administrator',1795792758880508);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Subaccount Administrator',1795792761728341);
INSERT INTO role_assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Subaccount Administrator',1795792761738520);
INSERT INTO role_assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Subaccount Administrator',1795792761744218);
INSERT INTO role_assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Subaccount Administrator',1795792761754452);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Guide administrator',1795792762431452);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','1d6ce26b-f90e-4a3d-9289-9f7672a2f65b','Guide project.lead',1795792762448332);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','5c8b2c68-5814-4f95-9e26-1de225cf81fb','Guide developer',1795792762467710);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','76552381-85fc-46fe-b1b7-376a0fb35331','Guide tester',1795792762479614);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','f118c4bb-30b8-478c-b8db-601052fc98d3','Guide change.manager',1795792762506075);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','7ff2815e-bf19-45a6-aecc-4f35fba82e8c','Guide deployment.manager',1795792762518836);
INSERT INTO role_assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Guide administrator',1795792762539283);
INSERT INTO role_assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','5c8b2c68-5814-4f95-9e26-1de225cf81fb','Guide developer',1795792762555466);
INSERT INTO role_assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','5c8b2c68-5814-4f95-9e26-1de225cf81fb','Guide developer',1795792762579806);
INSERT INTO role_assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','5c8b2c68-5814-4f95-9e26-1de225cf81fb','Guide developer',1795792762595545);
INSERT INTO role_assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','76552381-85fc-46fe-b1b7-376a0fb35331','Guide tester',1795792762605553);
INSERT INTO role_assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Guide administrator',1795792762625428);
INSERT INTO role_assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','abeebf9e-f88d-4118-87d6-c63ad5a0b542','Guide administrator',1795792762640638);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','4fe48498-ee08-4a0b-8911-94dfba5a8c90','TMS_Viewer_RC',1795792762831120);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','4fe48498-ee08-4a0b-8911-94dfba5a8c90','TMS_LandscapeOperator_RC',1795792762834859);
INSERT INTO role_assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','7ff2815e-bf19-45a6-aecc-4f35fba82e8c','TMS_Viewer_RC',1795792762843163);
CREATE TABLE signing_key (
    kid text primary key,
    sealed text not null,
    created_at bigint not null,
    keep_until bigint
);
INSERT INTO signing_key VALUES('default-jwt-key-cab8ad2344','v1.AaMWrt/z9QyM5lcMMYTx6aPyOhcnyzq2KNDTd2bnGgKTx8oiT0CCCKONFWjuCjJm3EXl/Oeg4zpO5dgOWuC7rEFy1spuDwxfanrnwEnnfOy/929KoLjhy7Dt11gKhzFxGIWqSruTCI1zA5JgMi4Vgu/us58lIWTdM7sWTJn5UziBLNiF8fOdCNMj+cFPuUk//e0AIsRIZt0Q/+JtFWIYRJ9B5Mau4JrN9HX6hFYJfkL3WMCfYa9UJIJIzcQxz/M4SMVBo8WEM6KGtLue0xLAGLP0IPLkvGSqnjkOwtKSnMR2NlSRrOPqLV0ReYvvBRpN1MRTqeuFb2le+3fmKyo8knFyLcnbqGuD22ZIMeANixvF4UkZgLo2Ggmwnqv0WE0jbkjdKaqGA3RnpTE7lfYmgKiSI5vSZvINuCTDLpLcJuo6Iyp/s24Y1wlfGFtUZGnDA51I1PlWkCB83Tnv1r7mRdQrCWKlsDeZumROUPnuNtApxxyjxqFw7tURvnzgUjJNTf5jyCjypAjXE89h70CnuKIs43zVjBEI1sxMYVOtFL//v0AO8bgoOSq5h23FYRY97CvrgsszHyQeRENk0a1e5eAoWuXcp6fxLK1YYjucrfruKKLRQ1COUgNw8ZHjQJhFM3K/kk4N8iv03picNvnbpJ7fFLPRJm9kc9CZG/z6y1Ndg8dakm3FsvG6x6wV23ofAJEadheVpbrh4g+d7DGfkbUN86GsC3YgYTFqQDUBq4mMNyAVOej4qMEsd5vIuP7FuQ/5tyleEgvK7VhJ5U25PjpUyR+2YwsBF9q3pA5MSpqvYATv87hsUU7pnwjw0pf+5BY/V4UahoB639BxZUcMmqio0WYtYmt83he7px+r3G8OHe14+JkoatwuMwy4AWAWgq40wyg4CeQHvpiFdVDWbcnZhwPbNzN2HRJC9yxzerO42WNu4rpDnH6EnSLXDcxkvzKZ/aO5mKALiFOQ7CZDoTKZRfbH1UJB3mWs6sNTCTFNq9O65kAIzwB8pauFaK49I/8nh0AgBoCjaYRITnNxWSaZ5Rk10h2MV4ULgHruid61byV4tR14Nr9Y4PiBolkT0czZGt4YfpUvXxDUkI9BS36pvvLdKKPUJyGUPaAiiOMdsXwDa7W/fxftwTx08iv09lc4QXl7pzo4ps8ANsltfdX8OsoREI6IzhXiF82OfjO8RHK6mG95WC3HqeEwVmIQJY2cVJ5L9xjK1KYfKPFTURHW6FgM49qew0N1gA8L5vBbVW4i0NnShYEgTvh46bSCilStdvADURfROc2K7kkkWjpXWUIvHXK2IAvaiYIlxVBqbpGNx7ktp9uaZ+OquLfyoA63VRy4aGDUNvQ6rPA5XQxCLLaNe8Jl9zLQdFFxJet/kKipuIFz1qCB7CKCDzz1qcmYM0j78z5Od3ci1zFGGkOo0namT8CFxjLKmh6YSdaZMBa7IQ17p6nT2gsCbl6Z/cLr1ckl9/MCGwFx7p4SR0/+N5FhQUZdkh8oMz2lvKXyZc50/JEudyu0BsKNkcD1EVRhJwOp30MhNhQLTY9H9qk6+hDJBAxzsFqGwzDa0tMjPMJ+gLL3kcHhSD3IIwt0zyjNfD9X8MnhvwpABq3G6rpPzmazpz51hUqY+DYVclETwHHhIWuMLgimrlW30g==',1795792758958721,NULL);
CREATE TABLE refresh_token (
    hash text primary key,
    zone text not null,
    client_id text not null,
    person text not null,
    scope text not null,
    created_at bigint not null,
    expires_at bigint not null
);
INSERT INTO refresh_token VALUES('8d52e6214905537bb70058b42c7f7d8ee4d8005bc65ac743c1be9c410116b954','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792761803182,1796397561803182);
INSERT INTO refresh_token VALUES('c84c87254a4083816f3e408be8eccb4a56193fdf3478a22d0d9cbf144f1ee7d1','0b3a0c29-f0ee-446e-845f-0427090c6162','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792761818049,1796397561818049);
INSERT INTO refresh_token VALUES('5c83cfe556bbd9d3d7d582baca7a54920eda6f5ac0cd92407b82c6e4cffba4f2','ce515475-17e9-48af-b5de-6a23a9c44b49','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792761833676,1796397561833676);
INSERT INTO refresh_token VALUES('9bde8523d0f44e9cdf3d70f6372b9a23fa7e44d89d1290489c7f567fdef1ca1f','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792761845669,1796397561845669);
INSERT INTO refresh_token VALUES('4f96a6090f3ee53bece5506a3b75e7cb630d8a52cb98f370f27b869ee20d7c71','uaa','cf','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792761905464,1798384761905464);
INSERT INTO refresh_token VALUES('c73781adc5c9b16007b5a76f082d31aea8566ac78450e5cc47174b1a645ac2e3','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762298142,1796397562298142);
INSERT INTO refresh_token VALUES('7942f7719b287c99e94157248fcd095f7371fdbf61258ffeb49fd06924bdd32d','0b3a0c29-f0ee-446e-845f-0427090c6162','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762326579,1796397562326579);
INSERT INTO refresh_token VALUES('0c5697d104fb17d43a9faf6b31d8b614006e89b6106d819b207fc387bf565548','ce515475-17e9-48af-b5de-6a23a9c44b49','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762354548,1796397562354548);
INSERT INTO refresh_token VALUES('995fb361bd77b1436d678cc6ce0091857352c93ad05d5ae9cc4779487616e245','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762385099,1796397562385099);
INSERT INTO refresh_token VALUES('40681c26b7ba8fe0ce3444086b5a6441cce0bad7692efd4a883cbca1b6980fb1','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762647089,1796397562647089);
INSERT INTO refresh_token VALUES('78f1f3b30407121073d1dd5953c6455e2fb93b291954aa3856ee92d9d50ad00d','0b3a0c29-f0ee-446e-845f-0427090c6162','ropeway','5c8b2c68-5814-4f95-9e26-1de225cf81fb','',1795792762691184,1796397562691184);
INSERT INTO refresh_token VALUES('61e737b5d0289cf6729cf19a7efcbd3538c928423feb15a9ca18d6fec84aa09f','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','4fe48498-ee08-4a0b-8911-94dfba5a8c90','',1795792762872150,1796397562872150);
INSERT INTO refresh_token VALUES('730573b19b01c91e33d657171f6bb22725abaf3c6984f63ac7f9d2e44136e40b','uaa','cf','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792762881871,1798384762881871);
INSERT INTO refresh_token VALUES('6f608d9bc14aac2124819e34b897e2e010c40ef3b4c89145dd41d466b149a98a','0b3a0c29-f0ee-446e-845f-0427090c6162','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792763016725,1796397563016725);
INSERT INTO refresh_token VALUES('024ec7f90c1fc66f7e380c9f7df1186841d2a1f94d521c65b4c0a6d4f9186fc6','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','abeebf9e-f88d-4118-87d6-c63ad5a0b542','',1795792763227861,1796397563227861);
INSERT INTO refresh_token VALUES('98e531846e220eeb18410f43b43e63e14e7fcd8951634530f406348f07e67d27','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','1d6ce26b-f90e-4a3d-9289-9f7672a2f65b','',1795792763361531,1796397563361531);
INSERT INTO refresh_token VALUES('b4405b2a101d391c52822293496cf012dfb6234c18ca1df4cfdf2eca3a962eb8','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','5c8b2c68-5814-4f95-9e26-1de225cf81fb','',1795792763389273,1796397563389273);
INSERT INTO refresh_token VALUES('e5521e849522f21dd2315f4e26826144a90d215f4ed3d6aeba607535ecaa45ae','0b3a0c29-f0ee-446e-845f-0427090c6162','ropeway','5c8b2c68-5814-4f95-9e26-1de225cf81fb','',1795792763412832,1796397563412832);
INSERT INTO refresh_token VALUES('28eb19b2cad2896fe8df2ce0e37e46e56677f252065e769a7be0ed3a7a42434f','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','7ff2815e-bf19-45a6-aecc-4f35fba82e8c','',1795792763845215,1796397563845215);
INSERT INTO refresh_token VALUES('bba68e386c4402f6bf987328d96f037a97c2c1fd8ecfba76cc6a7319a68e9458','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','76552381-85fc-46fe-b1b7-376a0fb35331','',1795792764422515,1796397564422515);
INSERT INTO refresh_token VALUES('14152a6b4dff0896e41e9abfa717f72ada7a839511a6f081da83ffb8e4496095','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ropeway','f118c4bb-30b8-478c-b8db-601052fc98d3','',1795792764461765,1796397564461765);
INSERT INTO refresh_token VALUES('54abb38c084c88c0d9c6d0e67d7e26bfd6d72d86a8498dc5a6ffb6129989cd32','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','ropeway','5c8b2c68-5814-4f95-9e26-1de225cf81fb','',1795792765690736,1796397565690736);
CREATE TABLE revoked_token (
    jti text primary key,
    expires_at bigint not null
);
CREATE TABLE opaque_token (
    hash text primary key,
    claims text not null,
    expires_at bigint not null
);
CREATE TABLE global_account (
    id text primary key,
    name text not null,
    subdomain text not null unique,
    created_at bigint not null
);
INSERT INTO global_account VALUES('7a6c24b8-0a4e-463f-8e12-22c3c4086581','Ropeway','global',1795792758880508);
CREATE TABLE plan_grant (
    service text not null,
    plan text not null,
    amount bigint not null,
    rev bigint not null,
    primary key (service, plan)
);
INSERT INTO plan_grant VALUES('alm-ts','standard',1,2);
INSERT INTO plan_grant VALUES('transport','standard',1,2);
INSERT INTO plan_grant VALUES('transport','export',1,2);
INSERT INTO plan_grant VALUES('transport','transport_operator',1,2);
INSERT INTO plan_grant VALUES('sapcloudalm','standard',1,2);
INSERT INTO plan_grant VALUES('SAPCloudALMAPIs','standard',100,2);
INSERT INTO plan_grant VALUES('integrationsuite','enterprise_agreement',1,6);
INSERT INTO plan_grant VALUES('it-rt','api',100,8);
INSERT INTO plan_grant VALUES('content-agent','standard',1,4);
INSERT INTO plan_grant VALUES('content-agent','application',1,3);
INSERT INTO plan_grant VALUES('destination','lite',1,8);
INSERT INTO plan_grant VALUES('cis','central',1,0);
INSERT INTO plan_grant VALUES('service-manager','subaccount-admin',1,0);
INSERT INTO plan_grant VALUES('cloudfoundry','standard',1,8);
INSERT INTO plan_grant VALUES('APPLICATION_RUNTIME','MEMORY',100,4);
CREATE TABLE subaccount (
    id text primary key,
    number bigint not null unique,
    name text not null,
    subdomain text not null unique,
    region text not null,
    description text not null,
    beta boolean not null,
    production text not null,
    labels text not null,
    created_by text not null,
    created_at bigint not null,
    modified_by text not null,
    modified_at bigint not null,
    rev bigint not null
);
INSERT INTO subaccount VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3',11,'Cloud ALM','alm','eu10','',0,'UNSET','{}','sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761728341,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761728341,17);
INSERT INTO subaccount VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162',16,'Integration DEV','cpi-dev','eu10','',0,'UNSET','{}','sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761738520,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761738520,12);
INSERT INTO subaccount VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49',21,'Integration TEST','cpi-test','eu10','',0,'UNSET','{}','sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761744218,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761744218,12);
INSERT INTO subaccount VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd',26,'Integration PROD','cpi-prod','eu10','',0,'UNSET','{}','sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761754452,'sb-de648a86-5682-4e57-84d1-839cd3b400f3!b1|cis-central!b14',1795792761754452,12);
CREATE TABLE assignment (
    subaccount text not null,
    service text not null,
    plan text not null,
    amount bigint not null,
    created_at bigint not null,
    modified_at bigint not null,
    primary key (subaccount, service, plan)
);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','APPLICATION_RUNTIME','MEMORY',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','APPLICATION_RUNTIME','MEMORY',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','APPLICATION_RUNTIME','MEMORY',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','APPLICATION_RUNTIME','MEMORY',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','cloudfoundry','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cloudfoundry','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','cloudfoundry','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','cloudfoundry','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','content-agent','application',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','content-agent','application',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','content-agent','application',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','content-agent','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','content-agent','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','content-agent','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','destination','lite',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','destination','lite',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','destination','lite',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','destination','lite',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','integrationsuite','enterprise_agreement',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','integrationsuite','enterprise_agreement',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','integrationsuite','enterprise_agreement',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','it-rt','api',2,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','it-rt','api',2,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','it-rt','api',2,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','transport','export',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','transport','standard',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','transport','transport_operator',1,1795792761761164,1795792761761164);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts','standard',1,1795792762796371,1795792762796371);
INSERT INTO assignment VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','SAPCloudALMAPIs','standard',1,1795792763097480,1795792763097480);
CREATE TABLE environment (
    id text primary key,
    subaccount text not null unique,
    org text not null,
    name text not null,
    parameters text not null,
    created_by text not null,
    created_at bigint not null,
    modified_at bigint not null
);
INSERT INTO environment VALUES('9233f1ba-88f6-4a96-b8ac-c083f950c664','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','alm','{"instance_name":"alm"}','admin@ropeway.local',1795792761807079,1795792761807079);
INSERT INTO environment VALUES('d74b2d27-fc0c-4b3b-931a-3a0e147a1377','0b3a0c29-f0ee-446e-845f-0427090c6162','6be87686-1976-41e4-9429-97e6f23ed746','cpi-dev','{"instance_name":"cpi-dev"}','admin@ropeway.local',1795792761823206,1795792761823206);
INSERT INTO environment VALUES('bfa1e983-815e-41f2-95e0-c5a2c8f3915c','ce515475-17e9-48af-b5de-6a23a9c44b49','6e4a95c7-b8a8-405a-b798-176bf4277e15','cpi-test','{"instance_name":"cpi-test"}','admin@ropeway.local',1795792761836575,1795792761836575);
INSERT INTO environment VALUES('c9563763-6779-4534-99c8-d4527f088d65','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','cpi-prod','{"instance_name":"cpi-prod"}','admin@ropeway.local',1795792761851466,1795792761851466);
CREATE TABLE subscription (
    id text primary key,
    subaccount text not null,
    app text not null,
    plan text not null,
    parameters text not null,
    client_id text,
    secret text,
    created_by text not null,
    created_at bigint not null,
    modified_at bigint not null,
    unique (subaccount, app)
);
INSERT INTO subscription VALUES('1922c785-20f9-425c-a9f3-012eb9ccdad6','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','sapcloudalm','standard','{}',NULL,NULL,'admin@ropeway.local',1795792761860872,1795792761860872);
INSERT INTO subscription VALUES('8ea45d2e-6468-4bc6-b56f-dfdc4392b02b','0b3a0c29-f0ee-446e-845f-0427090c6162','integrationsuite','enterprise_agreement','{}',NULL,NULL,'admin@ropeway.local',1795792761870738,1795792761870738);
INSERT INTO subscription VALUES('b486fdb0-2bfb-4694-986f-b06606ea5970','ce515475-17e9-48af-b5de-6a23a9c44b49','integrationsuite','enterprise_agreement','{}',NULL,NULL,'admin@ropeway.local',1795792761878908,1795792761878908);
INSERT INTO subscription VALUES('61ec504b-68d2-4d96-b472-33ed5a4a7240','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','integrationsuite','enterprise_agreement','{}',NULL,NULL,'admin@ropeway.local',1795792761889270,1795792761889270);
INSERT INTO subscription VALUES('2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm-ts','standard','{}','sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','v1.JZFcHzvHJ+ofl/QGJxoMKTJ4QCLRyVqt+ATZMPOuC/DiXMKAxdHpE6nZqxczoKnadW+BhkYnqh9YbPMcqqOdPv09uUSiKGo=','admin@ropeway.local',1795792762817477,1795792762817477);
CREATE TABLE service_instance (
    id text primary key,
    subaccount text not null,
    space text not null,
    service text not null,
    plan text not null,
    name text not null,
    parameters text not null,
    labels text not null,
    app_id text not null unique,
    credential text not null,
    secret text,
    operation text not null,
    created_by text not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (subaccount, space, name)
);
INSERT INTO service_instance VALUES('69f0910c-aae9-4412-a625-ee09fcd7a0d4','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','','destination','lite','destinations','{}','{}','clone69f0910caae94412a625ee09fcd7a0d4!b11|destination-xsappname!b9','binding-secret',NULL,'{"id":"5fd6ad5d-0fb0-4574-9db3-487fc182833c","kind":"create","at":1795792762300657}','admin@ropeway.local',1795792762300657,1795792762300657);
INSERT INTO service_instance VALUES('aef6dd3b-d989-41ec-bd03-f760dd13fd81','0b3a0c29-f0ee-446e-845f-0427090c6162','','destination','lite','destinations','{}','{}','cloneaef6dd3bd98941ecbd03f760dd13fd81!b16|destination-xsappname!b9','binding-secret',NULL,'{"id":"1c14e167-0a31-4748-9fe3-8e36db05384e","kind":"create","at":1795792762335505}','admin@ropeway.local',1795792762335505,1795792762335505);
INSERT INTO service_instance VALUES('8f6f547e-45e1-4e9a-aad1-70e22b76c61c','ce515475-17e9-48af-b5de-6a23a9c44b49','','destination','lite','destinations','{}','{}','clone8f6f547e45e14e9aaad170e22b76c61c!b21|destination-xsappname!b9','binding-secret',NULL,'{"id":"3b754690-8580-4821-be38-69ebdd33860d","kind":"create","at":1795792762358829}','admin@ropeway.local',1795792762358829,1795792762358829);
INSERT INTO service_instance VALUES('9144a097-feb0-4ddb-b6b5-879e85e206af','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','','destination','lite','destinations','{}','{}','clone9144a097feb04ddbb6b5879e85e206af!b26|destination-xsappname!b9','binding-secret',NULL,'{"id":"5d4a557e-2fee-4485-b6e5-18cebfd5b3f2","kind":"create","at":1795792762389880}','admin@ropeway.local',1795792762389880,1795792762389880);
INSERT INTO service_instance VALUES('e3427498-4af5-4e46-9efd-8e4a063ae6b0','0b3a0c29-f0ee-446e-845f-0427090c6162','344faf0e-35ba-405a-85e7-f75cfe895921','content-agent','standard','content-agent','{}','{}','e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58','binding-secret',NULL,'{"id":"fe1c0f06-90b7-43e0-84f7-644f1d9c5078","kind":"create","at":1795792762901310}','admin@ropeway.local',1795792762901310,1795792762901310);
INSERT INTO service_instance VALUES('6b4aa834-a252-4891-b00e-bf653b68a551','0b3a0c29-f0ee-446e-845f-0427090c6162','344faf0e-35ba-405a-85e7-f75cfe895921','it-rt','api','process-integration-api','{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]}','{}','6b4aa834-a252-4891-b00e-bf653b68a551!b16|it!b117','binding-secret',NULL,'{"id":"efa8d1bc-b998-4ccb-ade3-39c05d84a1a3","kind":"create","at":1795792762973546}','admin@ropeway.local',1795792762973546,1795792762973546);
INSERT INTO service_instance VALUES('f5008ecc-bb15-4497-a960-9de4a11d871f','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ddd7c58c-5b43-4e46-b818-e38124910656','SAPCloudALMAPIs','standard','CALMFeatureDeployment','{"xs-security":{"xsappname":"CALMFeatureDeployment","authorities":["$XSMASTERAPPNAME.imp-cdm-feature-display-ui","$XSMASTERAPPNAME.imp-cdm-feature-manage-ui"]}}','{}','CALMFeatureDeployment!b11|sapcloudalm!b2','instance-secret','v1.NQv3OeaSCXCaGfhFBo+zLEaRzls6n7+X4zh6RLrgDGDMOmQimSXHrFXj6Wi3eGFlmneqMa6AnZGydOALK4EHPchgQyHfhFk=','{"id":"01488f01-06cc-45ca-88d5-7c9197d7d127","kind":"create","at":1795792763130042}','admin@ropeway.local',1795792763130042,1795792763130042);
INSERT INTO service_instance VALUES('2de64cf1-852d-4bce-abb3-9fa085e33cfc','ce515475-17e9-48af-b5de-6a23a9c44b49','04e9d85d-2370-4c93-8b95-590668d09283','it-rt','api','process_integration_transport_instance','{"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"],"grant-types":["client_credentials"]}','{}','2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117','binding-secret',NULL,'{"id":"55ef184f-2639-4c45-902d-44c5867f2012","kind":"create","at":1795792764038354}','deploy.user@ropeway.example',1795792764038354,1795792764038354);
INSERT INTO service_instance VALUES('971894da-8acc-44d3-979d-261803f7e148','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','a25035a1-d0dd-46cf-a3b0-089df4547308','it-rt','api','process_integration_transport_instance','{"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"],"grant-types":["client_credentials"]}','{}','971894da-8acc-44d3-979d-261803f7e148!b26|it!b117','binding-secret',NULL,'{"id":"fa371f7f-08c4-4a0e-81f6-8284192d9514","kind":"create","at":1795792764617440}','deploy.user@ropeway.example',1795792764617440,1795792764617440);
INSERT INTO service_instance VALUES('99a9e1c8-a892-4773-8f5c-685d3a9f3667','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ddd7c58c-5b43-4e46-b818-e38124910656','transport','standard','transport','{}','{}','99a9e1c8-a892-4773-8f5c-685d3a9f3667!b11|alm-ts-backend!b12','binding-secret',NULL,'{"id":"96f4e420-7b44-485e-913a-8591564e36f7","kind":"create","at":1795792765333227}','admin@ropeway.local',1795792765333227,1795792765333227);
INSERT INTO service_instance VALUES('13b78cbb-b1b9-4664-8df6-f4153dedb83f','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ddd7c58c-5b43-4e46-b818-e38124910656','transport','export','transport-export','{}','{}','13b78cbb-b1b9-4664-8df6-f4153dedb83f!b11|alm-ts-backend!b12','binding-secret',NULL,'{"id":"b227f601-d939-4e38-9809-f4eea2b7cc00","kind":"create","at":1795792765403206}','admin@ropeway.local',1795792765403206,1795792765403206);
INSERT INTO service_instance VALUES('7379f643-65ba-4c7f-af17-d426b382e1f1','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','ddd7c58c-5b43-4e46-b818-e38124910656','transport','transport_operator','transport-operator','{}','{}','7379f643-65ba-4c7f-af17-d426b382e1f1!b11|alm-ts-backend!b12','binding-secret',NULL,'{"id":"f25c64c2-5d01-48e5-8f34-47aaeb73435e","kind":"create","at":1795792765473464}','admin@ropeway.local',1795792765473464,1795792765473464);
INSERT INTO service_instance VALUES('2fd18f61-4369-47d9-a371-6cd782b37b62','ce515475-17e9-48af-b5de-6a23a9c44b49','04e9d85d-2370-4c93-8b95-590668d09283','it-rt','api','process-integration-api','{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]}','{}','2fd18f61-4369-47d9-a371-6cd782b37b62!b21|it!b117','binding-secret',NULL,'{"id":"78eb2000-eeec-49d2-b71a-94aaefc4c3a0","kind":"create","at":1795792765540748}','admin@ropeway.local',1795792765540748,1795792765540748);
INSERT INTO service_instance VALUES('c2d8bbb2-6a41-4824-8263-66ab96f52c89','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','a25035a1-d0dd-46cf-a3b0-089df4547308','it-rt','api','process-integration-api','{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]}','{}','c2d8bbb2-6a41-4824-8263-66ab96f52c89!b26|it!b117','binding-secret',NULL,'{"id":"872388c7-5e2b-4e48-b688-47292a001094","kind":"create","at":1795792765625205}','admin@ropeway.local',1795792765625205,1795792765625205);
CREATE TABLE service_binding (
    id text primary key,
    instance text not null,
    name text not null,
    parameters text not null,
    labels text not null,
    secret text,
    operation text not null,
    created_by text not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (instance, name)
);
INSERT INTO service_binding VALUES('8cb1438d-906b-4f53-afa9-a8fe88c9c8ce','69f0910c-aae9-4412-a625-ee09fcd7a0d4','guide','{}','{}','v1.MJRu6eUuRw87Sw9XOxjf2Eq/YXX988N0uvnaHCEz+Me+hEr3Mx3NqG3n7Qn55mV7z37tq2rqnBmZF1T+txuB88KNYCTLIzY=','{"id":"5bd6a118-da28-4471-949c-b953a2c46d30","kind":"create","at":1795792762312055}','admin@ropeway.local',1795792762312055,1795792762312055);
INSERT INTO service_binding VALUES('4e3baeb5-2967-4bc3-b3e5-089fd5bba868','aef6dd3b-d989-41ec-bd03-f760dd13fd81','guide','{}','{}','v1.cdPHTyMZ6tOKbc6eFgd0D9sqizUiTajqhgrfJtEya8YNkBUDe0OeLue/W6kbCSg31fmNddNSrwNPzfZHblk8RMh1DdM1z90=','{"id":"97dd8072-bdde-4f6b-b713-4a0c1d8a4772","kind":"create","at":1795792762348290}','admin@ropeway.local',1795792762348290,1795792762348290);
INSERT INTO service_binding VALUES('baef08d7-2db8-4145-861e-17a70ae0ba60','8f6f547e-45e1-4e9a-aad1-70e22b76c61c','guide','{}','{}','v1.kdl3Eq7TaxeD0mF0GyZAGGWdbXyslKae6/88x8tkb5LMb4zvdK/3XD4o+IUM2Hj1zBYcoWQBv5ldXynV1zIbcYpp8euTzhA=','{"id":"4013cc2a-9c75-4eda-a192-aff456cdbea1","kind":"create","at":1795792762370053}','admin@ropeway.local',1795792762370053,1795792762370053);
INSERT INTO service_binding VALUES('26239434-b4ba-4573-bfc6-4c9e5a6e4e78','9144a097-feb0-4ddb-b6b5-879e85e206af','guide','{}','{}','v1.A+6U1SYHOJmNCSUo1gq7ba6GIPlb/L0sOqd4Ij7GHLcDju+wF6aQFMI6z3pxcVWGoKFh0q22N3cUjB+IV0BZpDSdonxt8ds=','{"id":"fda3b34c-340a-4526-b475-e073c3e0cb87","kind":"create","at":1795792762404490}','admin@ropeway.local',1795792762404490,1795792762404490);
INSERT INTO service_binding VALUES('905d5897-e7f6-40c3-b791-25d6dd548179','e3427498-4af5-4e46-9efd-8e4a063ae6b0','guide','{}','{}','v1.qc2z428pZDRQBwA6BYXv2cGUmoRVfmUW9kXY/Kx/YGiS5ilPAsfhTkcHtdYBfoFC4jH0RGk9Y6IN4pMSRYMBJDz7RcaHJZw=','{"id":"c2ce192c-369a-4257-9e22-9656565dbb00","kind":"create","at":1795792762942143}','admin@ropeway.local',1795792762942143,1795792762942143);
INSERT INTO service_binding VALUES('4b2febdb-b605-49bf-b468-64f169710aa6','6b4aa834-a252-4891-b00e-bf653b68a551','guide','{}','{}','v1.Rj1qpjUy+pMYIscd/w/EXIcm5gXSfJUJ5Cd/5wzmJsO8M0efdOA9sbM6B9d6Dkau+eRBfBxL8W8z+ks1KtQrXOwECgjl5Zs=','{"id":"c873a89f-0598-4ee7-ad85-90e2604a775f","kind":"create","at":1795792762996950}','admin@ropeway.local',1795792762996950,1795792762996950);
INSERT INTO service_binding VALUES('c502718a-5114-48f7-8953-39fdc69f563c','f5008ecc-bb15-4497-a960-9de4a11d871f','sap_cloud_alm_key','{}','{}',NULL,'{"id":"58ba6a8f-68f1-4cb1-9d21-6176a3beea86","kind":"create","at":1795792763174131}','admin@ropeway.local',1795792763174131,1795792763174131);
INSERT INTO service_binding VALUES('45a713ac-ecfc-4a9a-a1a0-8812bd0adb3d','2de64cf1-852d-4bce-abb3-9fa085e33cfc','OrderIntegration-process_integration_transport_instance-credentials','{}','{}','v1.7iSDuSP17sqnR1Qof7TzE2Z9rcGHKEIHO2M+jWSrtQEN2ga6chXqo45h/zrP6Jc77l9iR/j3pIlrq+C3aUpF5HWuBU7wTXw=','{"id":"abf9006b-4c1f-4753-966e-792e80881abd","kind":"create","at":1795792764043518}','deploy.user@ropeway.example',1795792764043518,1795792764043518);
INSERT INTO service_binding VALUES('8e48827a-a64b-441b-b71e-75d5c67e336a','971894da-8acc-44d3-979d-261803f7e148','OrderIntegration-process_integration_transport_instance-credentials','{}','{}','v1.4IyO///JZpSnRxqY5Fv7aWFAuchoPsYsOtRqih6jQ904xNM5d3+e/LCWNv/dLu9vtpb9pefGHRkk9QEWR4M5Fm5ps2yR31Q=','{"id":"9f5f7016-1b10-42cd-93cd-3451164f4f1e","kind":"create","at":1795792764621430}','deploy.user@ropeway.example',1795792764621430,1795792764621430);
INSERT INTO service_binding VALUES('b0640ede-3257-4049-b573-4e01b2717427','99a9e1c8-a892-4773-8f5c-685d3a9f3667','guide','{}','{}','v1.bOUzkR95sC9joj6QNGUR/owWRVcoI1XLioutmf7ohK3TrMSUHtQdJNiZD2jMsahT9ugPkOkAgi4c9B/2B+Ij1ntQ6S+tH4A=','{"id":"73155e19-e08b-44cc-bed9-a7ddf8324845","kind":"create","at":1795792765367219}','admin@ropeway.local',1795792765367219,1795792765367219);
INSERT INTO service_binding VALUES('2bdd1ee2-a2e3-46dc-b3fb-ec0681d8bb99','13b78cbb-b1b9-4664-8df6-f4153dedb83f','guide','{}','{}','v1.SXUPMorS23PNUNAYUvjqy459kn6hzmO5hmde8nFPWP6r9ns9Fn9A0TsXeTLHEuw7FhgFlfnGuuaJKHNW8JcfPCWb3o15alw=','{"id":"94f3a29e-f592-4376-afe8-ebbae37ec077","kind":"create","at":1795792765427864}','admin@ropeway.local',1795792765427864,1795792765427864);
INSERT INTO service_binding VALUES('23f77c56-226f-4bde-8197-b7118367d290','7379f643-65ba-4c7f-af17-d426b382e1f1','guide','{}','{}','v1.2tBfxHpR+2WNHscVPyPf3+KYWEAL+1iAmN4QTHcaCRRWjpSURzOsxzyb7WjQ5Ce7KmGuJLTtQ0ti5f5bvO2FYcxtfqwWZ9Q=','{"id":"591f719c-1bb2-4379-95a1-e8d78a1fcd71","kind":"create","at":1795792765500915}','admin@ropeway.local',1795792765500915,1795792765500915);
INSERT INTO service_binding VALUES('0bb76383-c395-4e40-a601-635b7679682c','2fd18f61-4369-47d9-a371-6cd782b37b62','guide','{}','{}','v1.8+ZWqf3GB2ZVz44JaOb1ra6ncbUB7VieCJ7Pm/tH5/h5Wka49UL5PyqhyKQ+LxWFMhtjdPPrhIlAKiFieXka7vezfogD3ag=','{"id":"bc150829-d3a9-4f13-bb29-c754222c154b","kind":"create","at":1795792765597528}','admin@ropeway.local',1795792765597528,1795792765597528);
INSERT INTO service_binding VALUES('17bbecae-ef91-44b4-96c3-434b075e0fd4','c2d8bbb2-6a41-4824-8263-66ab96f52c89','guide','{}','{}','v1.ZkorqJaiR4uxHspjcd2L8nfY/yl0kOP1+TlfBW2LGWyi9GEyzTavFxqYVSMVXh8yIKncoU/4Uqt08r1nLtRqIQ9l3EmJUAM=','{"id":"3aec46ae-087c-47d6-bc6a-55bf5ae87bce","kind":"create","at":1795792765662623}','admin@ropeway.local',1795792765662623,1795792765662623);
CREATE TABLE service_operation (
    id text primary key,
    subaccount text not null,
    resource_type text not null,
    resource text not null,
    kind text not null,
    at bigint not null
);
INSERT INTO service_operation VALUES('5fd6ad5d-0fb0-4574-9db3-487fc182833c','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instances','69f0910c-aae9-4412-a625-ee09fcd7a0d4','create',1795792762300657);
INSERT INTO service_operation VALUES('5bd6a118-da28-4471-949c-b953a2c46d30','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_bindings','8cb1438d-906b-4f53-afa9-a8fe88c9c8ce','create',1795792762312055);
INSERT INTO service_operation VALUES('1c14e167-0a31-4748-9fe3-8e36db05384e','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instances','aef6dd3b-d989-41ec-bd03-f760dd13fd81','create',1795792762335505);
INSERT INTO service_operation VALUES('97dd8072-bdde-4f6b-b713-4a0c1d8a4772','0b3a0c29-f0ee-446e-845f-0427090c6162','service_bindings','4e3baeb5-2967-4bc3-b3e5-089fd5bba868','create',1795792762348290);
INSERT INTO service_operation VALUES('3b754690-8580-4821-be38-69ebdd33860d','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instances','8f6f547e-45e1-4e9a-aad1-70e22b76c61c','create',1795792762358829);
INSERT INTO service_operation VALUES('4013cc2a-9c75-4eda-a192-aff456cdbea1','ce515475-17e9-48af-b5de-6a23a9c44b49','service_bindings','baef08d7-2db8-4145-861e-17a70ae0ba60','create',1795792762370053);
INSERT INTO service_operation VALUES('5d4a557e-2fee-4485-b6e5-18cebfd5b3f2','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instances','9144a097-feb0-4ddb-b6b5-879e85e206af','create',1795792762389880);
INSERT INTO service_operation VALUES('fda3b34c-340a-4526-b475-e073c3e0cb87','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_bindings','26239434-b4ba-4573-bfc6-4c9e5a6e4e78','create',1795792762404490);
INSERT INTO service_operation VALUES('fe1c0f06-90b7-43e0-84f7-644f1d9c5078','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instances','e3427498-4af5-4e46-9efd-8e4a063ae6b0','create',1795792762901310);
INSERT INTO service_operation VALUES('c2ce192c-369a-4257-9e22-9656565dbb00','0b3a0c29-f0ee-446e-845f-0427090c6162','service_bindings','905d5897-e7f6-40c3-b791-25d6dd548179','create',1795792762942143);
INSERT INTO service_operation VALUES('efa8d1bc-b998-4ccb-ade3-39c05d84a1a3','0b3a0c29-f0ee-446e-845f-0427090c6162','service_instances','6b4aa834-a252-4891-b00e-bf653b68a551','create',1795792762973546);
INSERT INTO service_operation VALUES('c873a89f-0598-4ee7-ad85-90e2604a775f','0b3a0c29-f0ee-446e-845f-0427090c6162','service_bindings','4b2febdb-b605-49bf-b468-64f169710aa6','create',1795792762996950);
INSERT INTO service_operation VALUES('01488f01-06cc-45ca-88d5-7c9197d7d127','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instances','f5008ecc-bb15-4497-a960-9de4a11d871f','create',1795792763130042);
INSERT INTO service_operation VALUES('58ba6a8f-68f1-4cb1-9d21-6176a3beea86','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_bindings','c502718a-5114-48f7-8953-39fdc69f563c','create',1795792763174131);
INSERT INTO service_operation VALUES('55ef184f-2639-4c45-902d-44c5867f2012','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instances','2de64cf1-852d-4bce-abb3-9fa085e33cfc','create',1795792764038354);
INSERT INTO service_operation VALUES('abf9006b-4c1f-4753-966e-792e80881abd','ce515475-17e9-48af-b5de-6a23a9c44b49','service_bindings','45a713ac-ecfc-4a9a-a1a0-8812bd0adb3d','create',1795792764043518);
INSERT INTO service_operation VALUES('fa371f7f-08c4-4a0e-81f6-8284192d9514','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instances','971894da-8acc-44d3-979d-261803f7e148','create',1795792764617440);
INSERT INTO service_operation VALUES('9f5f7016-1b10-42cd-93cd-3451164f4f1e','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_bindings','8e48827a-a64b-441b-b71e-75d5c67e336a','create',1795792764621430);
INSERT INTO service_operation VALUES('96f4e420-7b44-485e-913a-8591564e36f7','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instances','99a9e1c8-a892-4773-8f5c-685d3a9f3667','create',1795792765333227);
INSERT INTO service_operation VALUES('73155e19-e08b-44cc-bed9-a7ddf8324845','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_bindings','b0640ede-3257-4049-b573-4e01b2717427','create',1795792765367219);
INSERT INTO service_operation VALUES('b227f601-d939-4e38-9809-f4eea2b7cc00','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instances','13b78cbb-b1b9-4664-8df6-f4153dedb83f','create',1795792765403206);
INSERT INTO service_operation VALUES('94f3a29e-f592-4376-afe8-ebbae37ec077','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_bindings','2bdd1ee2-a2e3-46dc-b3fb-ec0681d8bb99','create',1795792765427864);
INSERT INTO service_operation VALUES('f25c64c2-5d01-48e5-8f34-47aaeb73435e','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_instances','7379f643-65ba-4c7f-af17-d426b382e1f1','create',1795792765473464);
INSERT INTO service_operation VALUES('591f719c-1bb2-4379-95a1-e8d78a1fcd71','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','service_bindings','23f77c56-226f-4bde-8197-b7118367d290','create',1795792765500915);
INSERT INTO service_operation VALUES('78eb2000-eeec-49d2-b71a-94aaefc4c3a0','ce515475-17e9-48af-b5de-6a23a9c44b49','service_instances','2fd18f61-4369-47d9-a371-6cd782b37b62','create',1795792765540748);
INSERT INTO service_operation VALUES('bc150829-d3a9-4f13-bb29-c754222c154b','ce515475-17e9-48af-b5de-6a23a9c44b49','service_bindings','0bb76383-c395-4e40-a601-635b7679682c','create',1795792765597528);
INSERT INTO service_operation VALUES('872388c7-5e2b-4e48-b688-47292a001094','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_instances','c2d8bbb2-6a41-4824-8263-66ab96f52c89','create',1795792765625205);
INSERT INTO service_operation VALUES('3aec46ae-087c-47d6-bc6a-55bf5ae87bce','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','service_bindings','17bbecae-ef91-44b4-96c3-434b075e0fd4','create',1795792765662623);
CREATE TABLE cis_job (
    id integer primary key,
    owner text not null,
    description text not null,
    at bigint not null
);
INSERT INTO cis_job VALUES(15,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Subaccount created.',1795792761728341);
INSERT INTO cis_job VALUES(20,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Subaccount created.',1795792761738520);
INSERT INTO cis_job VALUES(25,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Subaccount created.',1795792761744218);
INSERT INTO cis_job VALUES(30,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Subaccount created.',1795792761754452);
INSERT INTO cis_job VALUES(59,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Succeeded to update assignment of service plan.',1795792761761164);
INSERT INTO cis_job VALUES(63,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Environment instance created.',1795792761807079);
INSERT INTO cis_job VALUES(67,'0b3a0c29-f0ee-446e-845f-0427090c6162','Environment instance created.',1795792761823206);
INSERT INTO cis_job VALUES(71,'ce515475-17e9-48af-b5de-6a23a9c44b49','Environment instance created.',1795792761836575);
INSERT INTO cis_job VALUES(75,'1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Environment instance created.',1795792761851466);
INSERT INTO cis_job VALUES(77,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subscription created.',1795792761860872);
INSERT INTO cis_job VALUES(79,'0b3a0c29-f0ee-446e-845f-0427090c6162','Subscription created.',1795792761870738);
INSERT INTO cis_job VALUES(81,'ce515475-17e9-48af-b5de-6a23a9c44b49','Subscription created.',1795792761878908);
INSERT INTO cis_job VALUES(83,'1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','Subscription created.',1795792761889270);
INSERT INTO cis_job VALUES(148,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Succeeded to update assignment of service plan.',1795792762796371);
INSERT INTO cis_job VALUES(150,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Subscription created.',1795792762817477);
INSERT INTO cis_job VALUES(172,'7a6c24b8-0a4e-463f-8e12-22c3c4086581','Succeeded to update assignment of service plan.',1795792763097480);
CREATE TABLE cf_org (
    id text primary key,
    subaccount text,
    name text not null unique,
    suspended boolean not null,
    metadata text not null,
    created_at bigint not null,
    updated_at bigint not null
);
INSERT INTO cf_org VALUES('61a4e12d-7b23-4755-8ea3-81bf2f7d9874','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','alm',0,'{"labels":{},"annotations":{}}',1795792761807079,1795792761807079);
INSERT INTO cf_org VALUES('6be87686-1976-41e4-9429-97e6f23ed746','0b3a0c29-f0ee-446e-845f-0427090c6162','cpi-dev',0,'{"labels":{},"annotations":{}}',1795792761823206,1795792761823206);
INSERT INTO cf_org VALUES('6e4a95c7-b8a8-405a-b798-176bf4277e15','ce515475-17e9-48af-b5de-6a23a9c44b49','cpi-test',0,'{"labels":{},"annotations":{}}',1795792761836575,1795792761836575);
INSERT INTO cf_org VALUES('f8c9202e-2402-4435-b6e9-56dc55fd5d1f','1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','cpi-prod',0,'{"labels":{},"annotations":{}}',1795792761851466,1795792761851466);
CREATE TABLE cf_space (
    id text primary key,
    org text not null,
    name text not null,
    metadata text not null,
    created_at bigint not null,
    updated_at bigint not null,
    unique (org, name)
);
INSERT INTO cf_space VALUES('344faf0e-35ba-405a-85e7-f75cfe895921','6be87686-1976-41e4-9429-97e6f23ed746','integration','{"labels":{},"annotations":{}}',1795792762211066,1795792762211066);
INSERT INTO cf_space VALUES('04e9d85d-2370-4c93-8b95-590668d09283','6e4a95c7-b8a8-405a-b798-176bf4277e15','integration','{"labels":{},"annotations":{}}',1795792762230037,1795792762230037);
INSERT INTO cf_space VALUES('a25035a1-d0dd-46cf-a3b0-089df4547308','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','integration','{"labels":{},"annotations":{}}',1795792762255438,1795792762255438);
INSERT INTO cf_space VALUES('ddd7c58c-5b43-4e46-b818-e38124910656','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','sap_cloud_alm_space','{"labels":{},"annotations":{}}',1795792763055249,1795792763055249);
CREATE TABLE cf_role (
    id text primary key,
    kind text not null,
    holder text not null,
    org text not null,
    target text not null,
    created_at bigint not null,
    unique (holder, target, kind)
);
INSERT INTO cf_role VALUES('b3ec6f7b-48de-8ad0-9517-0afd848c6be9','organization_user','abeebf9e-f88d-4118-87d6-c63ad5a0b542','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','61a4e12d-7b23-4755-8ea3-81bf2f7d9874',1795792761807079);
INSERT INTO cf_role VALUES('67dd3307-28a2-83dc-8e3f-160a854d8d59','organization_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','61a4e12d-7b23-4755-8ea3-81bf2f7d9874',1795792761807079);
INSERT INTO cf_role VALUES('82123f93-456a-83cd-b211-1848af152de1','organization_user','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6be87686-1976-41e4-9429-97e6f23ed746','6be87686-1976-41e4-9429-97e6f23ed746',1795792761823206);
INSERT INTO cf_role VALUES('e2d335da-e548-8f37-9a50-89f9b033dac4','organization_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6be87686-1976-41e4-9429-97e6f23ed746','6be87686-1976-41e4-9429-97e6f23ed746',1795792761823206);
INSERT INTO cf_role VALUES('0acfccd0-33b2-8e3a-b3b1-c232330d64bd','organization_user','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6e4a95c7-b8a8-405a-b798-176bf4277e15','6e4a95c7-b8a8-405a-b798-176bf4277e15',1795792761836575);
INSERT INTO cf_role VALUES('ed9c7cb4-121c-8896-89ba-655f53e7b58a','organization_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6e4a95c7-b8a8-405a-b798-176bf4277e15','6e4a95c7-b8a8-405a-b798-176bf4277e15',1795792761836575);
INSERT INTO cf_role VALUES('4f1f6a1e-52ea-8aa4-bb1c-2fe7c9733327','organization_user','abeebf9e-f88d-4118-87d6-c63ad5a0b542','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','f8c9202e-2402-4435-b6e9-56dc55fd5d1f',1795792761851466);
INSERT INTO cf_role VALUES('6938441b-658d-8e84-92e2-d920e05a6364','organization_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','f8c9202e-2402-4435-b6e9-56dc55fd5d1f',1795792761851466);
INSERT INTO cf_role VALUES('35aa1ed8-1303-8c86-9c05-73fdecfc6d14','space_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6be87686-1976-41e4-9429-97e6f23ed746','344faf0e-35ba-405a-85e7-f75cfe895921',1795792762214700);
INSERT INTO cf_role VALUES('308fa152-3993-8348-b49e-24a23ddd13af','space_developer','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6be87686-1976-41e4-9429-97e6f23ed746','344faf0e-35ba-405a-85e7-f75cfe895921',1795792762222849);
INSERT INTO cf_role VALUES('f1da0b93-9cb4-8fe8-ac5f-0bf4f9a0375d','space_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6e4a95c7-b8a8-405a-b798-176bf4277e15','04e9d85d-2370-4c93-8b95-590668d09283',1795792762239103);
INSERT INTO cf_role VALUES('e9434106-5f8f-822d-bebe-22e9e7283716','space_developer','abeebf9e-f88d-4118-87d6-c63ad5a0b542','6e4a95c7-b8a8-405a-b798-176bf4277e15','04e9d85d-2370-4c93-8b95-590668d09283',1795792762247354);
INSERT INTO cf_role VALUES('c5137187-67c2-8d66-ab0b-4ace12299d66','space_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','a25035a1-d0dd-46cf-a3b0-089df4547308',1795792762261123);
INSERT INTO cf_role VALUES('051a651a-980d-8651-b82a-01b7ad9c3111','space_developer','abeebf9e-f88d-4118-87d6-c63ad5a0b542','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','a25035a1-d0dd-46cf-a3b0-089df4547308',1795792762264146);
INSERT INTO cf_role VALUES('9c0638e3-eedc-87f8-9d48-437e4e3e7ac7','organization_user','1ea7be3f-5431-4f99-958c-86c30747a69a','6e4a95c7-b8a8-405a-b798-176bf4277e15','6e4a95c7-b8a8-405a-b798-176bf4277e15',1795792762279436);
INSERT INTO cf_role VALUES('0214a408-a700-8993-bef2-dc396b302917','space_developer','1ea7be3f-5431-4f99-958c-86c30747a69a','6e4a95c7-b8a8-405a-b798-176bf4277e15','04e9d85d-2370-4c93-8b95-590668d09283',1795792762284779);
INSERT INTO cf_role VALUES('6b392766-98dc-82b5-922b-eee8d0051071','organization_user','1ea7be3f-5431-4f99-958c-86c30747a69a','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','f8c9202e-2402-4435-b6e9-56dc55fd5d1f',1795792762290799);
INSERT INTO cf_role VALUES('91c7199a-cfd1-871b-b409-66e298c23c93','space_developer','1ea7be3f-5431-4f99-958c-86c30747a69a','f8c9202e-2402-4435-b6e9-56dc55fd5d1f','a25035a1-d0dd-46cf-a3b0-089df4547308',1795792762294454);
INSERT INTO cf_role VALUES('27e67729-6bbb-8c11-8e35-9134fd62887a','space_manager','abeebf9e-f88d-4118-87d6-c63ad5a0b542','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','ddd7c58c-5b43-4e46-b818-e38124910656',1795792763058822);
INSERT INTO cf_role VALUES('f1ec8c13-b1f6-84a7-aaa2-4d9fe97e7936','space_developer','abeebf9e-f88d-4118-87d6-c63ad5a0b542','61a4e12d-7b23-4755-8ea3-81bf2f7d9874','ddd7c58c-5b43-4e46-b818-e38124910656',1795792763067349);
CREATE TABLE cf_job (
    id text primary key,
    operation text not null,
    state text not null,
    resource text not null,
    space text,
    intent text not null,
    failure text,
    created_at bigint not null,
    updated_at bigint not null
);
INSERT INTO cf_job VALUES('b859d494-7059-4201-9fea-09652acab793','service_instance.create','COMPLETE','a2f8bc23-4b5f-4d05-ae88-68ffd60dad43','344faf0e-35ba-405a-85e7-f75cfe895921','{"CreateInstance":{"subaccount":"0b3a0c29-f0ee-446e-845f-0427090c6162","space":"344faf0e-35ba-405a-85e7-f75cfe895921","plan":"49853ff0-4526-8952-824f-76ceaa9d9104","name":"content-agent","parameters":null,"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792762886577,1795792762912909);
INSERT INTO cf_job VALUES('fdf152cb-16d5-4801-a89b-57a97a77ded4','service_keys.create','COMPLETE','177323f5-e268-4689-88b7-a2f35992f2c7','344faf0e-35ba-405a-85e7-f75cfe895921','{"CreateKey":{"instance":"e3427498-4af5-4e46-9efd-8e4a063ae6b0","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792762937282,1795792762948889);
INSERT INTO cf_job VALUES('2684595f-acc0-4594-8622-9d4b7abf869d','service_instance.create','COMPLETE','06b1e126-0ec6-448e-864f-4a670d42a1dd','344faf0e-35ba-405a-85e7-f75cfe895921','{"CreateInstance":{"subaccount":"0b3a0c29-f0ee-446e-845f-0427090c6162","space":"344faf0e-35ba-405a-85e7-f75cfe895921","plan":"ad856a40-e7e4-811f-b7fb-d9e46121b9ac","name":"process-integration-api","parameters":{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]},"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792762967354,1795792762976847);
INSERT INTO cf_job VALUES('0ad320ca-ebd1-4b18-abd7-efcb82c7c3ae','service_keys.create','COMPLETE','56a46f09-12f8-4377-9895-ea547eb30622','344faf0e-35ba-405a-85e7-f75cfe895921','{"CreateKey":{"instance":"6b4aa834-a252-4891-b00e-bf653b68a551","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792762990835,1795792763004976);
INSERT INTO cf_job VALUES('61d45e36-a1f1-42ec-83b1-410fda3d5c82','service_instance.create','COMPLETE','be62aa3b-d8b9-4336-a925-4fac9de922f8','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateInstance":{"subaccount":"e32754fd-1bb3-4df6-b052-64a9aa5fc0b3","space":"ddd7c58c-5b43-4e46-b818-e38124910656","plan":"cfec237c-8633-8076-b631-5de9b00c2db7","name":"CALMFeatureDeployment","parameters":{"xs-security":{"xsappname":"CALMFeatureDeployment","authorities":["$XSMASTERAPPNAME.imp-cdm-feature-display-ui","$XSMASTERAPPNAME.imp-cdm-feature-manage-ui"]}},"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792763118476,1795792763138475);
INSERT INTO cf_job VALUES('92515bd2-603c-4def-b4cb-f5893d67887c','service_keys.create','COMPLETE','741c61fb-bae2-4f8d-9a3e-22451bf0a39a','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateKey":{"instance":"f5008ecc-bb15-4497-a960-9de4a11d871f","name":"sap_cloud_alm_key","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792763167670,1795792763177571);
INSERT INTO cf_job VALUES('abdd9597-101c-406a-a0ac-bfee91c3b573','service_instance.create','COMPLETE','e6ba4a78-1ec5-447f-bf0b-6247a583f473','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateInstance":{"subaccount":"e32754fd-1bb3-4df6-b052-64a9aa5fc0b3","space":"ddd7c58c-5b43-4e46-b818-e38124910656","plan":"1c00dd1b-5c7a-8ea8-bdbd-de7be76b0384","name":"transport","parameters":null,"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765321986,1795792765349039);
INSERT INTO cf_job VALUES('14264218-7302-47ed-834e-86bb704370ef','service_keys.create','COMPLETE','ef61ba19-0ece-4ada-933c-4f17eb07927b','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateKey":{"instance":"99a9e1c8-a892-4773-8f5c-685d3a9f3667","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765361723,1795792765369061);
INSERT INTO cf_job VALUES('ce84dcb3-73dc-45e6-9869-e12c1df48625','service_instance.create','COMPLETE','449c22b4-1bd3-4563-8fd5-2f692503c832','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateInstance":{"subaccount":"e32754fd-1bb3-4df6-b052-64a9aa5fc0b3","space":"ddd7c58c-5b43-4e46-b818-e38124910656","plan":"24b8a3a8-afec-86f4-b19d-6f0b7fabd935","name":"transport-export","parameters":null,"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765390720,1795792765409506);
INSERT INTO cf_job VALUES('47b4ade4-99d9-42ae-9eeb-40c45fa6e96d','service_keys.create','COMPLETE','a703db28-3d3a-4a1d-a4c8-d5af8841c44e','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateKey":{"instance":"13b78cbb-b1b9-4664-8df6-f4153dedb83f","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765421209,1795792765439554);
INSERT INTO cf_job VALUES('1f9df274-5b3b-4e1c-989f-190c08d33451','service_instance.create','COMPLETE','c99e5a63-58e9-4966-8915-c3c1e1516c58','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateInstance":{"subaccount":"e32754fd-1bb3-4df6-b052-64a9aa5fc0b3","space":"ddd7c58c-5b43-4e46-b818-e38124910656","plan":"54650e67-344e-8d86-8cdf-fed5bed19521","name":"transport-operator","parameters":null,"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765461576,1795792765476854);
INSERT INTO cf_job VALUES('d3b2d2e4-d944-4802-84c2-a3e0cca0654f','service_keys.create','COMPLETE','51fe15ff-da45-43cd-83ee-7b8a144b4b5a','ddd7c58c-5b43-4e46-b818-e38124910656','{"CreateKey":{"instance":"7379f643-65ba-4c7f-af17-d426b382e1f1","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765491928,1795792765510420);
INSERT INTO cf_job VALUES('6697cd62-783c-4650-b645-7ced651655c9','service_instance.create','COMPLETE','c371f698-702c-4ea7-9341-cbb7086892f7','04e9d85d-2370-4c93-8b95-590668d09283','{"CreateInstance":{"subaccount":"ce515475-17e9-48af-b5de-6a23a9c44b49","space":"04e9d85d-2370-4c93-8b95-590668d09283","plan":"ad856a40-e7e4-811f-b7fb-d9e46121b9ac","name":"process-integration-api","parameters":{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]},"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765526773,1795792765548115);
INSERT INTO cf_job VALUES('896b9251-5ebc-4d94-a0d1-506832136282','service_keys.create','COMPLETE','f90f50a8-1476-4b36-a5d6-c98cd4659f57','04e9d85d-2370-4c93-8b95-590668d09283','{"CreateKey":{"instance":"2fd18f61-4369-47d9-a371-6cd782b37b62","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765578343,1795792765603492);
INSERT INTO cf_job VALUES('9f13d675-c32a-4388-852d-da2b15a7ead5','service_instance.create','COMPLETE','8660d822-415c-4315-9bc2-15c065815683','a25035a1-d0dd-46cf-a3b0-089df4547308','{"CreateInstance":{"subaccount":"1cb7d814-a9cc-4755-bc66-bbefb39e9ebd","space":"a25035a1-d0dd-46cf-a3b0-089df4547308","plan":"ad856a40-e7e4-811f-b7fb-d9e46121b9ac","name":"process-integration-api","parameters":{"grant-types":["client_credentials"],"redirect-uris":[],"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"]},"tags":[],"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765616379,1795792765633009);
INSERT INTO cf_job VALUES('edbede9c-4246-436f-8111-4af288de07fc','service_keys.create','COMPLETE','ec65d614-1d7d-482f-9f73-b0c7b6dce415','a25035a1-d0dd-46cf-a3b0-089df4547308','{"CreateKey":{"instance":"c2d8bbb2-6a41-4824-8263-66ab96f52c89","name":"guide","parameters":null,"metadata":{"labels":{},"annotations":{}},"actor":"admin@ropeway.local"}}',NULL,1795792765647487,1795792765668995);
CREATE TABLE cf_attached (
    resource text primary key,
    tags text not null,
    metadata text not null
);
INSERT INTO cf_attached VALUES('e3427498-4af5-4e46-9efd-8e4a063ae6b0','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('905d5897-e7f6-40c3-b791-25d6dd548179','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('6b4aa834-a252-4891-b00e-bf653b68a551','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('4b2febdb-b605-49bf-b468-64f169710aa6','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('f5008ecc-bb15-4497-a960-9de4a11d871f','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('c502718a-5114-48f7-8953-39fdc69f563c','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('99a9e1c8-a892-4773-8f5c-685d3a9f3667','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('b0640ede-3257-4049-b573-4e01b2717427','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('13b78cbb-b1b9-4664-8df6-f4153dedb83f','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('2bdd1ee2-a2e3-46dc-b3fb-ec0681d8bb99','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('7379f643-65ba-4c7f-af17-d426b382e1f1','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('23f77c56-226f-4bde-8197-b7118367d290','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('2fd18f61-4369-47d9-a371-6cd782b37b62','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('0bb76383-c395-4e40-a601-635b7679682c','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('c2d8bbb2-6a41-4824-8263-66ab96f52c89','[]','{"labels":{},"annotations":{}}');
INSERT INTO cf_attached VALUES('17bbecae-ef91-44b4-96c3-434b075e0fd4','[]','{"labels":{},"annotations":{}}');
CREATE TABLE cf_user_provided (
    id text primary key,
    space text not null,
    name text not null,
    credentials text not null,
    syslog_drain_url text,
    route_service_url text,
    created_at bigint not null,
    updated_at bigint not null,
    unique (space, name)
);
CREATE TABLE destination (
    subaccount text not null,
    instance text not null,
    name text not null,
    etag text not null,
    sealed text not null,
    created_at bigint not null,
    modified_at bigint not null,
    primary key (subaccount, instance, name)
);
INSERT INTO destination VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','','ContentAssemblyService','f1e0687543197f5fb91c7624200612abc828ab98a616ed6888a1e551fdc5290f','v1.9WDvKkJw+YykPXYXG/yelEZ/C4lXzo9BbxrJb6CPPuS7MVF9FO1WC9Yw0lzHaF1SiAIwzwhKQmOYn8XKuIMNi74QLSv5/Hxc7Q25i+H7fNw659UfTfJ2x1A9B2sjTaC/jgd8SpNDIMTES4EGEGYGRQSIio8EJnkvz1pzMACutqsZWt8RCbhBwwWiKuv6dh1Dsv11xGo4ooEGNJHzAPoVo7Mtulv7edJzRPfTF9bzY9L/PHa43+MFUMhuRuOY+KrJ+tTxIOvRZstZ1Q2/I2uBO6HJcg8cawRor5tf9FPrEho5D4noQo8v8A6QIEFjpmB+tjqkZpPhIqCh07gv8iZTgdbqntLmFJU/5WkLH1jHdkqh8sfN3fS2NdZnv+qSMI/zwAVz9Btden/EWIfqHGS10usxw9gMZvYZQ4iDpxLN4hrhoQNi8jZeMcfC2YcitzHQ/WNR/lDnU5sj3vyNelcGOALd8NHqhOqDHzaqzuEOGzWscNvSYlFViSyDiofhTch/GXII2/Ftc1csapQzZibzM4MdoyPuWzHAIfKZajfdgg2jsOJNRw==',1795792763032662,1795792763032662);
INSERT INTO destination VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','','CloudIntegration','8ede147bddae438dc5b3100a5cf932e3573139f405c3f596cb8e36da0b3e48fc','v1.Q08nCBvnI0yaG0OtF7YJviPEZ688VFYHbw4AKRUBdlQP/y5zmMOi1IaN4N8DDm0THhvKe3aVghriYlqdtc1BooB0uKUpia+qU/Kkp4I6GR/DVhsBB21blrRTnCuFvNp03Y5oMK/Ls6qmJUF8UnNseULDacxnsarmvY2XrrX1JC7c89Dlsbk8q/AdxmIjR4IHbRiPWnPegrIBzIgiBhI7g4aqMXSi/zsf8TuClbhjfb3/3l4vq3KLNC1iywmUuAvH8zQa3xclfGTuw9jsqH3rK33m6oaqC2Yhs8xcbOtFPFVpk92n7KAit1m2zQ7rXfIfShxiVRRX5NQLJUzlJZm/P5syNAfsFrq8j+B8IXkudKk7DhVLgISTsRFG4mTc6EH58hMnsYkOv05LTvUeiJTK3zETi8u8oX3D9EpbcOqpZ5L16QPK3oIIdIHlVvFn0WAg5pqOVJnTzPJ2FVGBhGCXGVR3K7neQxDynZ5E96SdGLfvZS8TDktP7vP+Cz1VLm7vsYPmrwLE8oW8B6TQ46WMgnbcBaDFI1L4+SiA45mlcNQ91KDfDQ/+RPpCUo0NDV+xiERP2+g=',1795792763044163,1795792763044163);
INSERT INTO destination VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','','TransportManagementService','91afecd38b98406970468d4fa26fcf18aa7644c53b418b2223ade5a4c1f1e7d5','v1.icRAAAsZIKXO27VMqYRU1iCaX6Jy0tfjbqxDj6AUx2haVcDOXt3oWBoM5ynuSe3CLKPZAVcNGMoQAhHBwLf20wJgpOG3KYXfJMLdzhBfP+RICjjhiAdp1FHYD/KQc3HSQQMJC12sALnjGjYxkIGytyfWDtcDQpItFjvNkRnTNj6jgGvA25h0Ds/VYRk+4WFcUit87jbVi0XtuweD1DhcDPGzkpunLJZzcjeEemXkda+1X4NugCHqG6maOiS6ZsKkVJARNyWA0v6fgDCwdd5B73QxazUYoITXKzwCZjepcPOxJa65mIpIxJj+oO/RUrw3v3G0qJgEaqvsVVTKFJXJznXQdJdAgIiaDHqNNy2uqP8+X630FRxl17knMrL2ReOuiEcQjyc1lfTvdlDc1zuOMSxn3l2tTZ458HTkwwYmqN8qNcO1nDVZy8ldK05A10gAIyvrlqwJX/e7GEUInX2vet3Wr4CwdpBuhxTrnTH2GlLDd8iDrpxNavLydN3GL7adOQ9/aSHRzin+cmc+ex+ZYdXyMSM7XBYcwsYUSkYYM5qtLdjxfOTpHVIr+Oe42P8qdtkT6rrcYDwMvgh3zavevrJVxJGBJcmhbnBGRA==',1795792763194394,1795792763194394);
INSERT INTO destination VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','','CPI_TEST_CF','57e99c35bf692d290bde452aad857fd3a3548e7ae48416cd086974ff75f8cccf','v1.uutYab4T6aMJlqCNrRWoQ8FKOhBd8kaMmZd4et73IjTaVw0+lBGjiphxaiL+bH9shQl6Y2xCYiemP3I2mlatIU+Uc7u0hZk1A1HHEKwV5v1m1srcBdP9wr7x9xXX3XUEBdQNkz/JhMyyGKqo8baVcewogWPUC3hqRAGWnlVKGCsjkyd0XuANvv7jmqdYw2C/Z6khqqzGi91/uTteyaRcb8nvoBq/UcYOI5zU0qOujdeBuZLySmiRYxk4+uPf9hN48TQcEUPO9fz+zoK6AgG7QqTq54DVBTiGYgAHsNLMZPcfotcX4AsuPD+ItVW5sYH7I2s9jqEfvpfs845LINzPnmqnzIT6rxhcdj7tBePTQwFWBd7QyEMxyK6vwlm2On2b6GaU1cvzI5Nu',1795792763218038,1795792763218038);
INSERT INTO destination VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','','CPI_PROD_CF','5f436635ae4570893494b1c326e8dda86b08d008dfa7cf13d28cc6582568cf8a','v1.LiBdsaqiNOORaTpf9OtTWF/sntML76x+j3OJu40Xljpcv230y8cuiO8d0ZausEs+gAcnDn4ZkdORrm/ZHhUOdf7K2guvm6eVHGEG51/6UP/lnlW6ho0nAmAFEyXTvz5DJGy4KYpT251BP6xXOSGAI/iANlppxV/j+xlBaf0gwxGcQkAuHkaicd5pXdJtMgBMnEfoyaXYrcqNcTEeIp5xDEAscyM7m0HaZco87ah5ab+JD4NCPNnklIPLS+l9wsc+CB77Bpb4Xh8pNVrZfF8C2QZeCDKd1kB9f3tPMoiFihpsG9gQB0Q/HMp8tbuKX3kStDp+b1+vdc8St2DqoOs36c6bJCBwk8LwYIfMTxpK1gHVlEXPacc0wmJSDf8TbkWDOmaSG1VUXi5Nw4ue3zsQ+/T1IXnH6GHSJA==',1795792763238447,1795792763238447);
CREATE TABLE node (
    id integer primary key,
    subaccount text not null,
    name text not null,
    description text,
    upload_allowed boolean not null,
    notification_enabled boolean not null,
    forward_mode text not null,
    controlled_by text,
    is_virtual boolean not null,
    target_id bigint,
    content_type text,
    destination text,
    strategy text,
    import_disabled boolean not null,
    import_disabled_reason text not null,
    rev bigint not null,
    tail bigint not null,
    unique (subaccount, name)
);
INSERT INTO node VALUES(181,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','DEV','DEV, made by the guide',1,0,'AUTO',NULL,0,NULL,NULL,NULL,NULL,0,'',3,0);
INSERT INTO node VALUES(183,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TEST','TEST, made by the guide',0,0,'AUTO',NULL,0,184,'MTA','CPI_TEST_CF','default',0,'',6,1);
INSERT INTO node VALUES(186,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','PROD','PROD, made by the guide',0,0,'AUTO',NULL,0,187,'MTA','CPI_PROD_CF','default',0,'',6,1);
CREATE TABLE route (
    id integer primary key,
    subaccount text not null,
    name text not null,
    description text,
    source bigint not null,
    target bigint not null,
    unique (subaccount, name),
    unique (target)
);
INSERT INTO route VALUES(189,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','DEV_TEST',NULL,181,183);
INSERT INTO route VALUES(191,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','TEST_PROD',NULL,183,186);
CREATE TABLE file (
    id integer primary key,
    subaccount text not null,
    name text not null,
    blob text,
    content blob,
    size bigint not null,
    created_at bigint not null,
    created_by text not null,
    named_user text,
    is_attached boolean not null
);
INSERT INTO file VALUES(204,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','OrderIntegration.mtar',NULL,X'504b03041400000008006b7a7b5d3e1eca1c8c000000c7000000140000004d4554412d494e462f4d414e49464553542e4d465d8cbd0ac2301080f740de212f90c6aed96a51e8900a52dc8fe694407a09e989c6a717ea2074fe7e1c50b8e3cafa86650d89ac6a9b83147d4160f4fa58adbaa68c2fa8524831c28256b9d3d4e9613c9b85c137159628459f8891584f35a3558c6f363942a07f35ff0c73291ecb408c8f021c12359f90a57053a75df2cf8856ed8dfd1d728e61de90d96229be504b03041400000008006b7a7b5d849aff564d010000d8020000120000004d4554412d494e462f6d7461642e79616d6c9591bd4ec4301084fb3cc5ea9a6b70740902846b28a840088902a16865ef8515896dd69b93eeed5172ff1c14b89c598fbf5937d97d508f66459239060bf3cbb29a170f77165ce2f2513cc943506a059563280e7355b92817a65ed4d75555df5457d56d7d392f120af6a424d916002a18728aa2c65376c269ccb0309b62e12817962c59c153c72b92f5ace8a31f3a9a420c04ecc9c2190b0080ae135970b12f33a6927fb8a7341bc57d624b86fd1f8187917dd5d9547536d9425f03cb066c3c3bb824d151cecd1141b36fdf70c88ac1d1f6d26f60e371312805358ad2925a5019a810ca711077ba8b7f3ca7d386a2b4a5ebe2e09771085ed6658f015bf22693ac783b7a4eb5752db01ad153d1a40e83054cbcd55d0c4b6e0f85248e3f086faf513e7342474f9bcde6971de9059c79cf84fe17f9deb3beef935bc1714deb34e5bb8e2968e3843c0565ecf27bf10d504b03041400000008006b7a7b5d1c4d963fc3290000372d00001c000000636f6e74656e742f4f72646572496e746567726174696f6e2e7a6970a59a75509dcd96ee5f820708ee0112dc82bb057709105c826bf08d5bb0e0eeb2f1e0ee0ec1dddd25b071080e1bb995993bf77ce7ab9953e7d6f47f5df5aee7edea5acfaadfeaee4f72b0703800128004587b78ea017f19b40000b098b09b721a72197318b19a7118739bf21ab2997099f118b11ab398b2b0b0b07e31b6b30599da82cad5dc3970acc87c06d858839a93a6c346a5e76b2853095a7f5ac499108ef4da5bb28d46fc388ea55ae1968c7b1d1ba26242f86b3ef0fd678ef99118c644eb74aea1cdcc71d78e99e4cb35a7871dcf17cf2ca74cc82d147c9901f9b984f45a0616100780d7df7a92d85a5f0129f0809754f5de9bfe43027e1485b26a92feeec7c00084f957d00cf8d66fdf6bdd232bd1ccb8476ee071fb4ef054baac3863aef95b20aa67f451e83a99ed7c556d696e2fc26d0f49f20272b94fea594a0a1ecab56acb7d3a5fcc55822bb595b247087fd194840460f1ba5e484ecf4a351acedf04dfe599cf8a13e4d1391ea581b392736d798c5ef379eebcbd96b0cc23d7ee3df682df7dd8cdc6a8d7a0bf4b0ecb95925576ee242e8d3bb5943ab53a598a801e608823f63b20012cc8f7dcb998d2efa1d8ed16c90791301f2eec2f13d516f3b77a3f10cfdfe3b0cf19593fe467ab46cd6cc1199f548d30b3ab806bbd0ec8ce6798235028f190a23ad6050ea82a088470d403bdf87feada4f8cf0a80d508168a0a9ba3a3c150d71ce75899fe2ae4ba42c1632dfc3e7e14dd3da22376f70affc9219975d46bd524c41f1e552ba984039bc96b0d7594e4484c6334e213020614a169a5fd8c9ce8af5e1df4fe84e50d66142f912cf25ac4383f09c3ca37e09f119e8296e2f4810ba8d6242f4b256020272a3e5f1cfac6f0f61cca1edccd3f34705186de3aeddeb01670b876c1d7e5913674ff6ab35f21800220fd00f00f47d72978c3f9985e345f3e302e8f4c54ba8e7c20984b3ef62bda57f7d2a29f80244eecbbd9f7c1c84d9801933c6b12387c716a6c8786f75771f239a9ef11df6e6b087e24ba6630bfe109afb82e90ffa594e9b6db18f26d95e9b3b3f3e73930cc42efb611cc65cb46c8d2ada8ac2786c885d186419220b3595e5d9870e6214e39d974ce87e88710c0e7ba758e0c2b64b7e21b5b0c0881fea27b8f0cc566b1f603b5f9455e552dcdfabe144413a52bcb6d9f4e3cd23ae6e9afba248e809ed6209772c01893471896fef06eefd67a3af42ef3d6670f6d0dd28380b51956d920872ce678fdf099411098d57bc1279c2ba7cce1b879afcbef8dd741b47a3f0ac5619e4c6f381db85761682d065921bd9f13038dc80c340da93baefe6a198edfd66b8bb6c524a37ef60aa7ce5f5c88cbe7b542028f84b8a58321b36d930e7d06383af5c9fc45540d415b35f62c6de14bfb370c4d28a50a6fd163c7da7fceceb6175d0776c5b72b4ea00ac42f41908f1c06d115c6b980364a3391981397cdde5f4c4c251c2566ce907657bb5c60ec2b19cb74744d98425b5586a43b5ec71f61bbd96fe11e482d64aa7056b9b3c5c3cc523d2783352e5fe09f5c845a273cb8136f2f1d046b18d6be38dc96c8dd88bec13d86a101f5ac707751bc5fe827bd19038e28f8cebab4509341d56d7bd12d31cd05369c96df7465525019eb31ecadd911305bb7e2f36b082ac9982290d434d5fdd35bec1a52ea155f32fc1c044d2055f655a9ab68d8e8f203801e60c75fbb2adae3a90d24a541b5644c8b4bd656d6249380f2459d428e7f3bb5b05577214902575f02782fef179ede27a5631d57831f42325747e6bc2a9811d626dee76d6aa21dea8e31a32360d3e228628466e6210ed6fb70782ac64fc0f85dd74a5c578a205b6be93640bb935f10d73fd96de08ceaf65bf7f773a34171c1d72d5e8773fc8b9b888341fbd8a47a848681fccb22ec1685addc4a9d313b58c451d195dd793093d8f4ca300efe87712e3e66157f0120d7b62d9924cb4817db278db38037e368444104bba9ca58f46ddb310a6aa155584dbe93a2cc28e9ccbe89925e0f9fa8fe93b4dfad32a62af0b194444f828dfee65c4d3455d42a0e6cd196ba3956805b65a0e0c9c8da282a26bef74d121c4b768db81153cef561ed2ea2ed71a6fcff9104cbb15b43ad86361c3a1fad0055a7db58794f7f5cbece4fa028ac48e5a75b11bd38973f5204fcb0b8192ea0d2a16eeba12f35bf929cdccf5182ef102199735771307ab35d227195d820dd02bffda7489720148b3bb141d3f624d35ae0bda44e69a45f628a2cbbee68f7da58c516d956dad6d6a457534d4cb8a92a9959288841977b30eb2dfad1bd479178c1d9a85a5f94abc435b242e058422392b11ef3e22faa18ed05eb802c22c80c1d9cb1b7fe15741f649d2142a451b626c9f1a9f68cbeebbf02cb81be114b175e6a29b8da6cd5cabbbbb178d1790357ecbffbc7542c89ac11352e0e6d8989a75082c1453fc5c47ff5903817380317d8c1c8fdd949239b472284be23ab85d83af2af3e57e7a81c5d66753a74df1d936315de0a1ae5ff30ca469ecbf3ae1c9541474282702d0e2c001f7729e1ed8dedaecd14b1c795b492823d30597fc697132ce955aa85b4f903ede5abef166bde35257ab81d54e2dd9b452ea7664229de2d50cccd19f6f04e614cd1a59eec8ee3cb9db959b179f0931497e0a2c2f2a1b490bbe46f92d396a1140305881bf551f74cb263dda4d3fc27e27fb93276bc955c118d51f624fba91db4cbd50d65deea8aadb1f1b176760b958c4dd20ca95648f75409b286ba5e0df5123a420a479bf781101b9d47c7fab4bb3f6ea3862b451e75384b063cf8194230ce31db183bf9f9193bc683a6966e124295178514e31a8765e0927e312bfddfa6b8c02adae7cef5bc221d9d80aaa79efb99ffbdebf85a9e3df122c3c956abfcdbb950fc5dfa888c7cec616156a312ab723970818d5eb88031d5fa6c3d97361c058fef465ba7a69d3a9de243bf4ceebeea77eca393feef470a6b036867932a8177b4677ae7358954c7f2158a07864305b2e6a9c8afa78352ee23b95c1436cb8ef1ac6828190fc0e685bbd7abae5fe248788944af84de4111100ec9001e0d3ff8628d8fe8b287ea8bb73cc3e913e6ba50f0a254f599b232c4936dce637131c0d726087499ab0592b7c271cd1a41e5250a06256a68e1b0e69e466fe60c210476ecca835cc16524d3d44b49d792a780b723af55484ac9e65fd418ada0c08d45d68d11b2bce0000840160ffd5bbe71e352600980100aff05c3d6ff0e827e81ae3a42254d9b642a863cf821b3402b3c46e5f35fb09b466162a26939344f4ca8852c679ef83f9835a026a0a4b22f7bc308dba51169befee814fd788171e7f50a0c86ee9e242744c813cf1c70d35598515ceedc1e2b4f276cdd25b731321bab7aa0dd347e1d85ea674a520b8a3eef094ac327d0ec6f201342cfb3ef0de83e496c0bb21c50886190128017187c0f333061d9ee018eec64c12f12dad926371ba75e8294162d7f3e470adf358a3200044843cf11b91f66793d17c173729500bea985406e941e9d91f6e631fbd9dabf191ed5e130d503ed63e3ec583cb3453cb8b93df98c7cc08911162f3ecd28d6ea31763ee758dc0a63d29b3b966ef50289905b010b4eec2781107878dce0b19b424f959746d8ced5b24cf0e7a177a3ae562d6a3723a7686958d69cba562311bc197fb22a99c0a1ae3c517eee34ea9e6faacaf4df98c01a01fbc297970c6da17e315dcf019d23e12c756df499a6b1d4e1b5622e6338fe6ec273cebae2f546fa4cc43c860b5db60464ee6c6b3f6d5c12e5d86768222c366cd83a00af76dbbc0c678e25de4d2aee831e2b6ebec0669a02b020be079057499046a66f4aa8a7d2010a7168cc31435d166110bc971434854cc9dca4bc59b9d44224ff58bce9e16eb846764417d15bb25e76a1a98aa2a53b74ff8e27d85a9d357b8e3932ddb29976aa6f929356d3288defc5c6e0232f9d91232d2bbb2997b856af332656e05be1ea688e17d82216b596f769eaebcfc80a58a2c2aea2b6c14bc10d42bb264d4e06fa28d406344fbded3e0d2e9c60cb59441c4e0c72f04f56bff054823b22185b4eb94e4c914586355e4d6b38044e63338009ffc17d5d26a7ba16e3085b98686a750716fbf86feacfe9720782f22e1268ccf74bc2b16ce32faeb620987397cdc593f6342727e0e54ef84c025d1522f30aff41978ed9e33112971acde2a7f1224a551fceedb829c8455acc4d52632544f435d10b2b514362a2935285c8159f0993e11c6d448e6868c6bf70154a95cbff1c37670349ce60805e3f9ecb4dadb1c6f3a650649aaf85559e6a7eadf1d83619e7ccc4ab0f4238d435b062e95566994594f2a3189bf861a05cdeb9c62b494334a9ccaf6268fbf995bb25c0ba33685773593e4d37aab5aa8c5d047a0ce08e419aaa05b31056173a29a7bac2d67212edaf19bcab242bad9b12b2a41e9e2b4c115453e7001cfe79dd2473912a7fa8e22a1b7f4c96bc8ac6bb159c5bee47b6f947c990e5daeade62f8dc576cbea694533c79ef90e3ca325656147e6aab19e925498d51d2b33e77af8d470571e2efd059507645d922ff0c620a3f0bc30bab1b796773df11717b26935e5f7acb1bab355517a128125227e76468d6d8a1e5a4c7def52d032557233f5f9f076c0aae8d894e732f4dfe77eb85b7c52b3cc1fae0a10ad1eab73923e2b0a49d768f03ab8ed8f44e8683cd42c7533bf85f13a82db4f6a08c8b3c85ce0a58ecbdddb779a1368b334c4e59f628620a3847dbf74a581bd5d67f16297abeeef6a844f5a8be18c4cf64a995a8af349c6c02df9e60cf2a7f4fd3d524cc034ec5dda17565c0466d3bfe5b5b176e69c4a78912bc34f90d3bf162e8a34baea59cd1f84a0a45b2266dd0a1a7cf49b104509d45318668ea89d9241dfde776d2ed06f6d2285f0842ff1c5f6e4f023f00624c2bcd9ed587b35fbcdcae8d30d365b2e13cdb5c07ae0e7f9fabc23925ddad5812c47ad2889e58a44047dfb8904b180749dc51639bb8772872be844f9a7e060ec082a89f3226e89c786c788743a11cf93c0766a8709f988a707132e28774a3667fbf8c264341f4ea0a450a5083f85ea25c66a284622554d56baaac63cd623de222618b7929bf843e3fe6780c4b2a3a5f89525557fee83baad62e7ebd225d6ef84e1a6a1d7936352b7203e44ee315fd06ff48dd2e50316d47aa74a4230868be830e2d3b1e0197201dfeed0e3e0f12747e2d6d21f9101622ddc4aaeb5022c6588cd4bd7d5d2ae1186c73b23ccaaf8ce6525d12ba732d954509bb097267a3c0ed088110c208d08089ff95686b108c0fac6118898b0747e9862192b204a85d8578174d024e9ca18da8718a192d4456e4d14cff981e09ea2c97812d7f088a602161a3b424b2d2dee403de13de9061d25d3d534834582ae18129e3e1b9412d3d682e587d1f595ce89a3e088b7a910b635bd653da12e2e539674ad236b228bebc1cc0d2284d38f514425f22e4eb408e8ef14de137f54178abd3c161045051e28618007d544ec90fcef572d4fd7e72443b55f533da7249fc2545b7bfcec69f287ef31b6c73faa567413e59e1f37496d0f3463ef9d9f07ed2a28f249da979f99b6cb1c60871cfe4a1eea61db5c48e8129d1b8a7d48a25e90b54ef8c4dcbb3483438d207ca87ff2215647dec788cb1404d695d80d5fd1b6fb887f7a9db22e6e8dd4722e7c6350a1cbf2d24f862d50a0d1a80c42d082d7bf21dace255d94144bcb490b432fa152cb5f553f1eaa2dd6c9981ed6d8f9a98d623b4ab8599027fc8533d2a1e368cea55c4e09bbea54016e47d41c119bfc343c2732eb5cddabefd7c777cc6be9d3bfc2140924b6ca5cb3b2379bd4f3ccdbf47604975de7cbe217bb9735165309e18f1a65cee299f1b9da1fc02a2d651cf11ef7c54867f3fd6d09280b5d75f7d90ef4af0baf5e450585e2ebbfcb552bdfc5566d8d72743175ee043c0b2ed12af2cd23ad8c6e434303a89e1f74ef264694e09eb7dd1687abe67e74b273bc249bdb49d8d4379e154956bf6c1c3798ad3c887598a7273f10ced9ecae94ac9c79ddfef055e95bf45699de78a7f20da70b1316a8f51d3bcdfac32aabcd74baea480030fabf6515f6ff77faf187555e889e974d65ef14680d07514309e962a9fa93bc69233010d823582294ad8e5131113a0793f46a469258eeb5c4526a24bf8bcae81299ca392add667ab6f0deba2afaae4e649df19e5d66429c3221defa4ec65c2e2c00b00a00d2c04ca529a9292c50f506e88a2e29cea452599f9427330ce3609f5d68fd8acc3dc74df275077961fbc88cab53f9081139fa014f3c4452541e371d0942b3a2b19d84089f89b016c4c7f835cc8e305568ff9bfcdbd72a2c5bbc1a7b590eba35fa552ee577118d3a96e037c12bf23e1cbdf3845df679bdcb85e3781c0bf4cad7fa886fc26b8e26af589207e59f833ccfb6f743ab4a9653869b3f65c2156b98dc17c51dda116e5557720685e1968625670f754f5da30470252996c87dc132bce354bcfc72877a3256160d0bb04c5c9cbd5e0d963eef6a895189e34022c1e8281ab313b8244259c8b236ddd58abcdc16fb56c5f65a3da8d714132b426f1c6d0f77ac594a5f622f579d75de42833a657832e50242f78d69149e919fc7cc4ebc32e369d29dcbee1b7d3cd16cb2a08ef792c5143831b923433a2b25f96b09db6c117cad8b92da9c3b15a928684aa3465fd3f3a64639e3229dae40da797e08d9d2244db0d02143d4432bf451c0aae515fe3bd7819f0fe55d2dd48bb6265495d9c94686e1de0b2d1d7527babbdc3bb1c31e2be791166ed2d4df47935218378f9ecad5f469fb95b380039695af68445b0f896d613cb9026034e05d1bf00d0ee88adef73fefde6cc7142f23fb99b5ef7f2d76d76cd0ce2a2e00039169da0aeef28cafb2154745563a7f5616ce0ea9d0dc36c5fafeeb0c716047c06e725203b9b6c44ba4546dee9ebfd10bcd0e47ab5ac783088ff0492cc6174bf00bf39a19f46bde3386d4fae921dd014b7157300e02dadc414d7cdfea61b48ec967ac1e15f0af49ce6dca7a073cf51e0aa73039dd902d708cfacd00a6e90cf7e9470d7b45ca9bb0dce08bf2cda0df0226631cf5dbd80eec33332535a039a1050dd2661d399d70f236b5b19d1d5e92a2f2be74038571e5da63cd7e78ecd203a916ee57266a593c6242078325991ee3cbee12aa6e753fe6757294d3f92bd1b58990536562916cab90df561ed919c92485bd79fe45c7784c7f88d212ffc3bbbda622f741539813132b7f73d471bdcbe6403af9ab4b999fb4b2ce8ec729f50a818e7ee4e2771eb461742c21e9a992672329db32e8b6934dc6db61deb975ecece0555e43a3beb4b7df95e867eb2d7f8db87766907f5597165a1365355a3cfcc659207c347f614331a5c619117f609d89a7ecbf3f9de26577b0dba57305aa36d8ed948c6ee227636e783166c5a3e413729520707473764d3d8a2d2d3f2397479959d9d3e29459c36341fed1181eba5fbf964b5b1c822b99500aa5ad37fafdd41cd16aafa0b92dd95b3d873fbbb33b99a7d3ecfff330cfa981b3bd357f2786ed27ed098ba1b1089b0b715a8ccbe4ba7d20a4efaa22ef384e7b9893b6c6724a7d80804f0f865e2573d74bba1ee63e8624a81b51f5715707a1852c654ac7057fff5d7edc9979f2aa63224bdf0f7e192ac60cb18eb8a633c2d97ccc1d14416b43d513dd13533253265db6aa002ed4d869cc6764ad80adafd72ef83b8a6bf5288956fdfb8c0a5f1aed6edc4a178304cdcf0b127bbaf056f8fb4dbcdcc5e534edb7e96cc210beb02c9d80ce53d0c8dfeecd456dcddc3725ae1e7fdc72673c2ced268b09609ea02151a345cdf0c42167b02b7215640d5ac24fca27160ed2e96679cab9bee06277d78f957f4bcc7439cde07787835858b142d3b2aae63f934d32f1799af3d383fcc2676cc402257a32b900cf919d76514fdca0b5f0f188d2c783c78e9c30edd4df67712b7d9e61c853e197b79d01d49244f55b54de456c1f77f5be7c0539bc1e7363b472c788b0a3bc24b4d2a2b354b0eaefe45ebe54f25b7a60ecda3a3286a3f7a8d965105b9f7b7e4ab4f9b8913cdcb2eaa58ee5c4d9ca5929482cbcc149455b8e1594ca6e0023e7d1d670dab5134ee36463b5defbc48b7b27422fe13863412193b4d7a922e830bf797f6d98f75c1da22239cafa99ae9cceefd4a34bd176008417f19a478aaccb5cc3158d7bda484f3c33918bace26bc8e1b8a525b1c4e321143f6b8e0cef15c082087cfbf572d38efe3de477775c95782719f114e450985da9158f6cd7c63eca6985a00863d59e9a8cdca96b0f28a0818af1cbc321cad9e6348f38fbcca1822e3fa84c5d5cd1766e82b41baa8553bc3df29cc45bcb0b14ade40bc178398f7b071fe8502a70eb08f464368c210d2f4f329fef95aba119d5f6705e5743a5ae1e6e7471d338ad12ce0e76230d2c2f4f9c9be25ee7b4f28d85898f44dc53dda8b54d5c2b479c090c46ac815e2fbbb5e0c54dc1688c6b57096e2d9fdd941c87f5a56878407815009e3e445568bedd61ba584e784566ea0cf98ca3b09c1e53d85d2aa21d98667d446960c25902aa6e3f3828a8f754fa62ca87bec3e454a81cc53c994fe5ff5dde7f5e2abb917c6db721b475d48e84305423b51039e4f700fbb0ada89c294fa9427331d7a0c9fdc94a55e3deaccc6c4d8848885bd9c99c58dee5226e10fb44887865aa7f7af20daa02b87040d254de5f4a7c36f9f245e57b7164445abe5e0948cd235d3d5699fc46d94a6c72115a9c1d57f688fb6e7fa8c1075b1b31f279f54bb27c9e248889f4683c6a62a98cd6ba7c357e37f17996c24d3f21577a6c9b5413f8b2549ac943782f6cce2a70c1c8a45da4a01759751ec7739562d36df01b561b853a5f74f0c804b7c845fe78fc43541bfe34847eaf46dd3ed9fb9cf702b9882886e7733eb2e655c6a7333642b382d341b5491c127b065642b24d45edb01337548128e5c535030d7c126773a9fe81654e4a6be128dae2c4d432524b3858f7b857c3d54a1dcdded067f333abae5bcb980fae0a81d7df8237316cf57a57538270476f6e11fb7df50d09ceb921fd3e814fb1cfd85b7dbef08fcf154f5a77b5d6df765f6222a003278d9b130e7a6f3b29e69fdca0bbcfd8958197dc7d76b6a33feff382603701232da0ebf797ac5ba53f7003a83f92062301c0cbff166e38fe0b6e50cecdcc300d0d0c360d0c0c3e990c4627daa70f77759d67f8f9c1501e1e116d171d1d400ace8ef621077b446f7321477b9e378c1ab57ec048c01a7a5956d5e1af1bebe5757b6db7f746bb53876555d2e8ec129e3750285fe04d06fbc7d12dcbad59cc61bb46e1eb8c2f9e8ebf48de2bac1773cb93ea20305ce27941fb4d29da0b2cbba797cc27cc8712ae9fdf2c57e7fca4ac355e469ff9c29848fc32b0b6d26e6db358e9e4855799fc40c74877d3d456c20d6a286ff3d9bc39fe92498e4fa2df791253c3f396f6e962961cec0b43bbce020141ddc17e7e5b8414e2e295d9b41f19389b4d0ec5571e7b5ebfb2d978b1175c820a9cd4f7bced9bb4166876468d2cd5d1322de3d2059331d379ed3e760f6485afaf380adcbb2d78e4f9b7dcf6a0d891d9e224b1c42608ede9ea5b5bdba97aac4ed9109a5bae55537147ef5a5c6832349c6778e8c62ceae6cd1edf2ba8f578cf67ee60fbdc7658bdbeb7c00393165e95c82c386ebb9613ce71bb45d132d3b2ab5af3a63a6e210dfc2a8a91ef7b505a3013a48f8012b5f49c30775a9f7d5849f836cc91559f2eb4fe72dd60767405be2fe8708c6fc1724bb70a873d65d78d53661a85d67e696ca53d2d7ade758ceef1d9b859d03795ba6e9ba7a84723232020a85924248023242018c6729255dd71c24679cd76397d4defe834ae6f3f6acb1563e059e5d9391def6ddb783fccc711bf20f4e5ca591534f094014b2fdac1f0bc00de1a9deb9cb5765757f551f2ea83a0b8ea89297140989a2d16f10bf61bb2d59c42f52f32eee393c2cf64cc1e1f64e9adda67080bf0fc24e414169a6d0e69eb8a74129aee8466d674bc6866ee76cf02f76ec43b7db25d72dafdd94bc4073c6eca6442f91f15487f830869d69bf50583204e27a11385047623d68fabf8c482861bac4f5f97e4a2771a33f83249dc42ef3ba5ebcb7d96280545ac27dcae036ec741130ab7428eb64e7bdf4f92b12bcf90f5eda1461d9015fd58f45bb2ebe0cf50b2718c87abb60bcaa39b3c59cfb3116f1d17719db2ef745de9b1328184aee4c17e5491efb074e2a4b86104bddfcbf344252c4f3ae748a18a2e604a324ee16c8e0d23c4999919982d8e77759da720f7c2027f7c6712d732430e0b0055b0ff4bdf71fef7beb3684f9c6f8ef4f3fb9914fb3ff80e6fd935a67449b86bd77bc6d74ff0b4f197bf0d391e4219d2888725945e9651c622ae3ffa4c4e4db3e42c8df8657c9ac1c4e349b465404d6dfa42ab7548114c8e19bcf06698ab4243485af6f338c6afa5c5e33b2e9add8a25d74a4462c5e445dce25041673ba44c4a0f45a9ae875b5fe89e332fc3da02948d61e1039223dff9bb2e279f7edc5032bbd2f9ac0ebc8f9dadbdddbc505994f85e910976d611c1da4a10dd97fde18ec64543683fa28bd4e9f36f66081a7fd3a978fcf1901c7d07f4d5a747425e3185072258d81e55c990107d11651f752bc7a1d950cfcb37c4e7755e8d96de063a35fc9c06e3a20b475ea9176fb02932563e37270d7add0f7ab71c753f05459ff93cbee719b2b5f33439eecdfbc965ba8152617d239f3ef3e266ec6cb3fbe15e2f191fe98b2d6bed179cdf0ab52d4755597bd37d19785ce9e09302fe84de4accb06d23791f7352a25356e787a9cbb33d5d8c56de60f051b65c7335c8097e2469ec590181dfbd4086922808510a9cd2696cad2d21bf989901abf1658ea1ace5e1b4bb8fa6dc4fb938f988ccae528bcfdbbca3987b073311dd0bf1360bad6922667bc9d2f0d9b5b3c2cdbc4da7437565d5f5ba53e322efe1a97476a8152f0215954b1e15d50a1515b54f62e8a13934d5fd41a2b8effe87c45071df43df90442a3cd5c3d03d5d719fc781c4fdbd69e20fec376624087d0f9d1560eefb79dc03666530db6efab7d97c947566123b69291a377e890f59ac39fabed32b725f4bd374bab97c99748c123fd42e9a9c06cbe9294bd6d39070d6b5937aca2fa5fbf0d6898fba386b8e0f1d0e6e4abc0c73f431597a9785853e97ecd824ddf63cc599dfcc3a4bb9423e6f1ca67770ce3aa946288ac84c9eb1e40dbf82a0b7136bb498ab83c7ac9bc85b24fb0fa77f96cb3ecad971497fdcf3a2c6b2b9d1b999084855a79b207e53f536b5fd21d0e6a82125305268e433e968425ba72504bc7e2564478d30d5ececd4ed338ad6e118d84e2bc85124efa6d6d3ba62f6f4f5825922c199e6ce52ffc2753541759247e1668b5fa2fc2a252aaa948b14f1465ed3897c8e75ef274c67b21af5e3d2828fecc6d3e5649dbde4047d7882a5637066b8428403b235e392d7866bb1fccb6da4bafcd1eb91e8e3f6af65cdaa2742568b763c26e53521b17e3fc1a99f1621f83ff2f1447a7c0e29078ef9115e959fbd84eabf59ac4ade3d5947d3c915c4536ce2381809da4fe5e6b28b132a3ebe69eabeed7f69ca48a7b92602cbc227e2fb7c6c35bfe774a99eaf6807630956c811ae31d7c2db65545d2c84712fa9497a36824bb5181d582db42b9aafa2fac62fd2e44d11fda9c99a629cdd98e367ae378e45d12becdef0bb67f8c2541a474904589d0d4bf83068380dda14b12dd9b347a69baaad94ec9cd1e0db24409b4d1f827923503564c999343b072d423a5d5d5ddfc69b6f9621e424623a60ad779a75acdfe52d7da4182e6beb9b65bfc898d3e9afb818c3f6510c65bb755c10a4b2ca4d5f9966babf2fd92dc0df882b7982acc74fedb5a8e13cf7eaf3c9d28f741db83566a7bd648cacb620cef97be75f5a3379ad661174f8f4dc5e6e9b43829f8697ea674ac0fcaa2fb6eab2a91a9bad93915a4425f1f205421febaa9d73b6bbc1ba44cc0282b8a432b43e8e0afb9ed62f6e78e94f070327f0aff1b93363dabdb3a69edc7a9de6b84db1d57d53d9be2c0fcedd1c15582c3ca63b23b69347bb9b31acafe08ca4de93cf38a60b9cd5ab1493e789dedfe6348e873ed50d55acacd4579a39ca7865d4ead98cac84b7b6f29e9eddbd27dd1c1ba4ec8e687d1be4471589ca233b0770604fcad1062233c70c3380f4f6dd89738e9029aa7949d6e4af38c259d8fd521771defe29ead33ddd5dddd95d835d9bfdafb761fea3a867145cb3f8c2038017c2bf2aea680000389a3ad9393b1a9b3a3119db82d692e59cd2f970063ab13679da195b90de20b1222cd4c40af3cb390e8b91cb878eedcc6c60f656afacd4c914ccac80b622313316ce1e27a63ad03dd2c4a562e1e015babda8c884bac264f525386b2b2ed4b6b8aa5ee77f725cc48402e150976624d2694a360b2c38104ca5a1c3ccf7466668f9eb42d4f245f9c6ba10e0d8c22f6c300c72c0454b91a8ff234823f0ddbc79abdad6de88c427a77833d44147d836c3c66f0b5bb963cd64b3a243dfb1deef100ec3855caa91ba0d263a18b96dcdd763e354926da05366e5f8489107c43977a87018fb500e987fdf5f426d443248a46ec2447153485cb06720ddd94bb271c41dd23494881766c39559efb1362242fb7c19113b754a5311f3eb8700d2a6774efafd3553f354038ad9189aec1ec28da91cf739117de56e76a9ea083b4828b9b6650f6551984a4e7315f25e131d145e2b1d24a9ed46ff6a2bc2d614afa45e229c115d6671ba7c7c3785389e6e09d9bf902fc14509e694dbc436ff974877db185d0c2ca25e4374e76f4e572bf59cafe67d0ffcb05466fdf49f0bf7244e9c163f84a78b153db50ef6a932fe80435d64d7241ceb40674c83a3916cd9157592b0b61da218294c63dd4633bab22bef7c3232eb5e8126ad4bb2915724bea14597b1ca0f8861d8beb94a2ac1fda6c7c7e328a0b3eaca77aa87159b00e274ae8dd0c9ba547398e91a3e70452e27ecc2ed8b8da5963eccc823805fac0597af787723b8906d6c4c52b235c505014d8112e52ad3682076a1cbe61a855372994473b6178682f1a7405819dc53bad42c0f3946fc9fefa9f62c5cf95164d3e058d9ed27f03b0308ef18d90916492b25a1bb4ca1da086df7eaeee8aae042f64929a9fd6d05810b0c19c9b600a0a6ebf56d215f4fb7606078a93a248641a08af054156500da4b68bcde5b67c89eb961d3f251c2fcbb6b21bba3c9c2afa733036aafa454563221529f5cf60020f37ddc792df0e2b5a7eef2cbe74ec35211043de5802469493f93facc4f5cd4361cab40efc4c660a662fd43596db78213462349420725d62eed9de698c259a3c205b279b33cd4167af3ab531d368a531ff2ea06bc829755eda974b68283dbe3f2c60b93bc3100b2c0db0427f0919954ae3cb0167e135aeb31bc3b7299d7c93cd8b6879ca48afe32109d355a5639deaee0a4d8b0ba3f284c334348b4010de0b1da8054443054507bbb1bfa9a930f5921b4f9448333c7de0e317c8ee6d3105cb4db2cf54eaa3cbbbb0d20c4af7a2dc38742eaee6beb2221e51da566018edb9793ed6dca2b844b6c1567e79c483922ec463facebeec7d1881f605f7534b8f5a0eecd1e81cb96aa88f8bdc414dad61e4da92aadd238d284e5087e2728e6c83a9e76892ac3fc3c306c0df71396d10ac1f4572f0a62c54e33ec5a9121bbaee86dfadd8fe24b4fe5e407d8cf8ec23205104919e4d7339445165e5b2f7bfee8cebf3fcecb6f85463ecf7afa35cd0869678a84f25c943c3aff4edc88345d3cc8f0903ebd667c326da05edb6acf6baa21cb663649e35f561f81fe1e770eece297f7ac633faee7c2a050c29ae9e8e91f44838dcf32f63153f0d9deafeb69bb63e2382424dac1384d3f4d16a44ae37637b99059213109410b0b0ad0bbb72cd54a36cf9a78f05c57a5067b658cfcb67e2280ae132cc97e3a1f7e3e253b7bafc077bd3023684282f291a9bab39f76914863b97f8f6efea2b8534fd6825ada5ce034bd102a7f4e0d86d157faf0b5ad25ea299fa6f06dd675ef652ca1dbe0f9b6c2d7cabac8bbb747877597e06bbeaae4e797be9907bbcda1476781d46ddba7df3b9d7fea6837bfd8281a3c007cc3fe5775140b0080ffcbbe36a6204313439021938d89cdf8946dc03b02e12d0d15a3647bcb25101f15d8e5db0b58989dde405abbeefa20d9a5b1fde3906b9ad07de28f15d001f9ea6de9851bbc320d85b98e441c43753fad094f8807316f54b031ae4e5c796f0dcfbbaf521de9a9e6ae41abe485bfe6e5ddbf5eda7fd2273e585b79d7f24ef9fb12227f8d008ee3f76c81a8b8daa28d996c19ab60272b91498036fca583abf06c12b69350af4542db83106e4d9f4710a9c54259e9fcb2a49854c1e16195d9eab4481c1c0fcfc33903515d31b766dffde2fb6703d05861877f02000007f3af36000e00000b43270bf89fdc98b02ca8803053267b9116bc1c5340581f99e87367b06b2f9ff437fdc8be6f4d4984486962ca27fabf4f404b588a6f445f9b6932ea1f5ff2be4212b6962df673797277da0525d26faaacbbc36898891d2038c77824289932eddd3fc1fc59d055aa74d017000082817fb5203c000024dceced1c4132b666768e3686204b3b5b264b5b33bb4bb951857ab5736659990f2ae7a30c320accb28c43a3133b8e328c32f56af60cc39fcf47985559d8345838ead9eaead8d8d491d01cd459d858d8feb35de2aac9cb14000080ef3ffe0ff30a07f61f2bf8eb5b923f0dd37f8d7c3fe0ffe345eadf55ff7aebf3cfaa2a48fffeab94bfabfef5b8e59f559f31fefdfba3bfabfeb599fc67d515c27fffe0e6efaa7fa5997f565525f9f7dbd2bfab76ffc5db7f48e81faab4147fe3a2bf87fed5157fccff8f507bdaffae14fc3dfeaf49fcc73bff8877a0fb4f27fd3de2af69f727b9ff11f18afe7f4af54f72f0087fbe41069081ac5700e04fff67f67f00504b010214031400000008006b7a7b5d3e1eca1c8c000000c7000000140000000000000000000000a481000000004d4554412d494e462f4d414e49464553542e4d46504b010214031400000008006b7a7b5d849aff564d010000d8020000120000000000000000000000a481be0000004d4554412d494e462f6d7461642e79616d6c504b010214031400000008006b7a7b5d1c4d963fc3290000372d00001c0000000000000000000000a4813b020000636f6e74656e742f4f72646572496e746567726174696f6e2e7a6970504b05060000000003000300cc000000382c00000000',11546,1795792763555708,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','developer@ropeway.example',1);
CREATE TABLE request (
    id integer primary key,
    subaccount text not null,
    description text not null,
    origin text not null,
    content_type text not null,
    storage_type text not null,
    entries text not null,
    created_at bigint not null,
    created_by text not null,
    named_user text
);
INSERT INTO request VALUES(208,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Order Integration first delivery','DEV','MTA','FILE','{"version":1,"entries":[{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","mta":{"id":"cpi.OrderIntegration","version":"1.0.0-20261127151923"}}]}',1795792763582699,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','developer@ropeway.example');
CREATE TABLE queue_entry (
    id integer primary key,
    node bigint not null,
    request bigint not null,
    status text not null,
    pos bigint not null,
    again boolean not null,
    queued_at bigint not null,
    changed_at bigint not null,
    unique (request, node)
);
INSERT INTO queue_entry VALUES(209,183,208,'succeeded',1,0,1795792763582699,1795792764260958);
INSERT INTO queue_entry VALUES(223,186,208,'succeeded',1,0,1795792763881760,1795792764954943);
CREATE TABLE action (
    id integer primary key,
    subaccount text not null,
    kind text not null,
    status text not null,
    node bigint not null,
    node_name text not null,
    started_at bigint not null,
    ended_at bigint,
    triggered_by text not null,
    named_user text
);
INSERT INTO "action" VALUES(210,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','NE','succeeded',181,'DEV',1795792763582699,1795792763582699,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','developer@ropeway.example');
INSERT INTO "action" VALUES(219,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','I','succeeded',183,'TEST',1795792763869434,1795792764260958,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','deployment.manager@ropeway.example');
INSERT INTO "action" VALUES(258,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','I','succeeded',186,'PROD',1795792764476284,1795792764954943,'sb-2b090881-c7ae-4b9c-8b61-4ef9aebb5ad3!b11|alm-ts-backend!b12','deployment.manager@ropeway.example');
CREATE TABLE action_request (
    action bigint not null,
    request bigint not null,
    seq bigint not null,
    status text not null,
    entities text not null,
    primary key (action, request)
);
INSERT INTO action_request VALUES(210,208,0,'succeeded','[{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","status":"succeeded"}]');
INSERT INTO action_request VALUES(219,208,0,'succeeded','[{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","status":"succeeded"}]');
INSERT INTO action_request VALUES(258,208,0,'succeeded','[{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","status":"succeeded"}]');
CREATE TABLE action_message (
    id integer primary key,
    action bigint not null,
    request bigint not null,
    entry bigint,
    message_id text not null,
    severity text not null,
    message text not null,
    created_at bigint not null
);
INSERT INTO action_message VALUES(211,210,208,NULL,' ','I','Transport request 208 exported from node ''DEV'' at Nov-27-2026 15:19:23 GMT, action 210',1795792763582699);
INSERT INTO action_message VALUES(224,219,208,NULL,' ','I','Forwarded to the queue of ''PROD''',1795792763881760);
INSERT INTO action_message VALUES(225,219,208,NULL,'TRANSPORTREQUEST_START','I','Import of selected transport requests: start of ''Order Integration first delivery'', transport request 208, at Nov-27-2026 15:19:23 GMT, action 219',1795792763952799);
INSERT INTO action_message VALUES(226,219,208,NULL,' ','I','Destination of node ''TEST'' (183): ''CPI_TEST_CF'', content type Multi-Target Application (MTA), URI http://127.0.0.1:4999/deploy-service/slprot/cpi-test/integration/slp',1795792763952799);
INSERT INTO action_message VALUES(227,219,208,207,' ','I','204 - OrderIntegration.mtar (entity 207, content type MTA, storage type FILE)',1795792763952799);
INSERT INTO action_message VALUES(230,219,208,207,'DEPLOYMENT_STARTED','I','Deployment started: service xs2-deploy, process 5e41a0de-61a2-466c-80cc-9fd386833642',1795792763979558);
INSERT INTO action_message VALUES(231,219,208,207,' ','I','Processing the archive for space "integration"...',1795792763996242);
INSERT INTO action_message VALUES(232,219,208,207,' ','I','Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read',1795792764028386);
INSERT INTO action_message VALUES(235,219,208,207,' ','I','Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...',1795792764102450);
INSERT INTO action_message VALUES(238,219,208,207,' ','I','Created service instance "process_integration_transport_instance"',1795792764238898);
INSERT INTO action_message VALUES(239,219,208,207,' ','I','Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"',1795792764238898);
INSERT INTO action_message VALUES(240,219,208,207,' ','I','Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged',1795792764238898);
INSERT INTO action_message VALUES(241,219,208,207,' ','I','Process finished.',1795792764238898);
INSERT INTO action_message VALUES(242,219,208,207,' ','I','MTA operation logs: http://127.0.0.1:4999/deploy-service/slprot/cpi-test/integration/slp/runs/xs2-deploy/5e41a0de-61a2-466c-80cc-9fd386833642/logs (the deploy service keeps them for some days only)',1795792764254870);
INSERT INTO action_message VALUES(243,219,208,207,' ','I',replace('Log OPERATION.log:\nProcess 5e41a0de-61a2-466c-80cc-9fd386833642 of xs2-deploy, started by deploy.user@ropeway.example\n2026-11-27T15:19:23.964Z INFO    Processing the archive for space "integration"...\n2026-11-27T15:19:24.021Z INFO    Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read\n2026-11-27T15:19:24.025Z INFO    Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...\n2026-11-27T15:19:24.136Z INFO    Created service instance "process_integration_transport_instance"\n2026-11-27T15:19:24.136Z INFO    Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"\n2026-11-27T15:19:24.136Z INFO    Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged\n2026-11-27T15:19:24.153Z INFO    Process finished.','\n',char(10)),1795792764254870);
INSERT INTO action_message VALUES(244,219,208,NULL,'TRANSPORTREQUEST_END','I','Import of transport request 208 ended: Succeeded, at Nov-27-2026 15:19:24 GMT',1795792764260958);
INSERT INTO action_message VALUES(262,258,208,NULL,' ','I','No node follows: nothing is forwarded',1795792764486142);
INSERT INTO action_message VALUES(263,258,208,NULL,'TRANSPORTREQUEST_START','I','Import of selected transport requests: start of ''Order Integration first delivery'', transport request 208, at Nov-27-2026 15:19:24 GMT, action 258',1795792764525909);
INSERT INTO action_message VALUES(264,258,208,NULL,' ','I','Destination of node ''PROD'' (186): ''CPI_PROD_CF'', content type Multi-Target Application (MTA), URI http://127.0.0.1:4999/deploy-service/slprot/a25035a1-d0dd-46cf-a3b0-089df4547308/slp',1795792764525909);
INSERT INTO action_message VALUES(265,258,208,207,' ','I','204 - OrderIntegration.mtar (entity 207, content type MTA, storage type FILE)',1795792764525909);
INSERT INTO action_message VALUES(268,258,208,207,'DEPLOYMENT_STARTED','I','Deployment started: service xs2-deploy, process 6c45fd33-0dd2-424f-9789-4d30138d67d8',1795792764540126);
INSERT INTO action_message VALUES(269,258,208,207,' ','I','Processing the archive for space "integration"...',1795792764547297);
INSERT INTO action_message VALUES(272,258,208,207,' ','I','Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read',1795792764622984);
INSERT INTO action_message VALUES(273,258,208,207,' ','I','Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...',1795792764622984);
INSERT INTO action_message VALUES(276,258,208,207,' ','I','Created service instance "process_integration_transport_instance"',1795792764940503);
INSERT INTO action_message VALUES(277,258,208,207,' ','I','Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"',1795792764940503);
INSERT INTO action_message VALUES(278,258,208,207,' ','I','Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged',1795792764940503);
INSERT INTO action_message VALUES(279,258,208,207,' ','I','Process finished.',1795792764940503);
INSERT INTO action_message VALUES(280,258,208,207,' ','I','MTA operation logs: http://127.0.0.1:4999/deploy-service/slprot/a25035a1-d0dd-46cf-a3b0-089df4547308/slp/runs/xs2-deploy/6c45fd33-0dd2-424f-9789-4d30138d67d8/logs (the deploy service keeps them for some days only)',1795792764950989);
INSERT INTO action_message VALUES(281,258,208,207,' ','I',replace('Log OPERATION.log:\nProcess 6c45fd33-0dd2-424f-9789-4d30138d67d8 of xs2-deploy, started by deploy.user@ropeway.example\n2026-11-27T15:19:24.535Z INFO    Processing the archive for space "integration"...\n2026-11-27T15:19:24.590Z INFO    Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read\n2026-11-27T15:19:24.605Z INFO    Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...\n2026-11-27T15:19:24.743Z INFO    Created service instance "process_integration_transport_instance"\n2026-11-27T15:19:24.743Z INFO    Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"\n2026-11-27T15:19:24.743Z INFO    Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged\n2026-11-27T15:19:24.752Z INFO    Process finished.','\n',char(10)),1795792764950989);
INSERT INTO action_message VALUES(282,258,208,NULL,'TRANSPORTREQUEST_END','I','Import of transport request 208 ended: Succeeded, at Nov-27-2026 15:19:24 GMT',1795792764954943);
CREATE TABLE import_run (
    action integer primary key,
    node bigint not null,
    subaccount text not null,
    plan text not null,
    step bigint not null,
    remote text,
    rev bigint not null,
    is_open boolean not null
);
INSERT INTO import_run VALUES(219,183,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','{"version":1,"action":219,"kind":"selected","node":183,"node_name":"TEST","forward_mode":"AUTO","way":{"Deploy":{"id":184,"content_type":"MTA","destination":"CPI_TEST_CF","strategy":"default"}},"items":[{"queue":209,"request":208,"description":"Order Integration first delivery","content_type":"MTA","storage_type":"FILE","entries":[{"entry":{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","mta":{"id":"cpi.OrderIntegration","version":"1.0.0-20261127151923"}},"file":204,"descriptor":null}]}],"steps":[{"Forward":{"first":0,"count":1}},{"Deploy":{"item":0,"entry":0}},{"End":{"item":0}}]}',3,NULL,9,0);
INSERT INTO import_run VALUES(258,186,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','{"version":1,"action":258,"kind":"selected","node":186,"node_name":"PROD","forward_mode":"AUTO","way":{"Deploy":{"id":187,"content_type":"MTA","destination":"CPI_PROD_CF","strategy":"default"}},"items":[{"queue":223,"request":208,"description":"Order Integration first delivery","content_type":"MTA","storage_type":"FILE","entries":[{"entry":{"id":207,"uri":"204","file_name":"OrderIntegration.mtar","mta":{"id":"cpi.OrderIntegration","version":"1.0.0-20261127151923"}},"file":204,"descriptor":null}]}],"steps":[{"Forward":{"first":0,"count":1}},{"Deploy":{"item":0,"entry":0}},{"End":{"item":0}}]}',3,NULL,8,0);
CREATE TABLE ext_descriptor (
    id integer primary key,
    node bigint not null,
    mta_id text not null,
    ext_id text not null,
    mta_version text not null,
    description text not null,
    file_name text not null,
    blob text not null,
    changed_at bigint not null,
    unique (node, mta_id, mta_version)
);
CREATE TABLE deploy_file (
    id text primary key,
    space text not null,
    name text not null,
    size bigint not null,
    md5 text not null,
    blob text not null,
    created_by text not null,
    created_at bigint not null
);
CREATE TABLE deploy_operation (
    id text primary key,
    space text not null,
    service text not null,
    state text not null,
    mta_id text,
    error_type text,
    failure text,
    actor text not null,
    parameters text not null,
    plan text,
    step bigint not null,
    begun bigint not null,
    rev bigint not null,
    started_at bigint not null,
    ended_at bigint
);
INSERT INTO deploy_operation VALUES('5e41a0de-61a2-466c-80cc-9fd386833642','04e9d85d-2370-4c93-8b95-590668d09283','xs2-deploy','FINISHED','cpi.OrderIntegration',NULL,NULL,'deploy.user@ropeway.example','[["appArchiveId","e56e6dc4-4761-4c77-ac02-5597c6b95235"],["versionRule","ALL"]]','{"mta_id":"cpi.OrderIntegration","version":"1.0.0-20261127151923","modules":[{"name":"OrderIntegration","target":{"instance":"process_integration_transport_instance","service":"it-rt","plan":"api","parameters":{"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"],"grant-types":["client_credentials"]},"may_make":true,"key":"OrderIntegration-process_integration_transport_instance-credentials","key_parameters":{},"may_make_key":true,"delete_key":false},"payload":{"package":"OrderIntegration","blob":"916d4b5ec99ee368b510f9977d373bad35bee516e3cc0ddef6a6f2a47039805c","size":11575},"configuration":[]}]}',1,1,4,1795792763964895,1795792764153675);
INSERT INTO deploy_operation VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8','a25035a1-d0dd-46cf-a3b0-089df4547308','xs2-deploy','FINISHED','cpi.OrderIntegration',NULL,NULL,'deploy.user@ropeway.example','[["appArchiveId","75210fd8-03a9-40b4-bda6-b9350b1f2002"],["versionRule","ALL"]]','{"mta_id":"cpi.OrderIntegration","version":"1.0.0-20261127151923","modules":[{"name":"OrderIntegration","target":{"instance":"process_integration_transport_instance","service":"it-rt","plan":"api","parameters":{"roles":["WorkspacePackagesTransport","WorkspacePackagesRead","WorkspacePackagesEdit"],"grant-types":["client_credentials"]},"may_make":true,"key":"OrderIntegration-process_integration_transport_instance-credentials","key_parameters":{},"may_make_key":true,"delete_key":false},"payload":{"package":"OrderIntegration","blob":"916d4b5ec99ee368b510f9977d373bad35bee516e3cc0ddef6a6f2a47039805c","size":11575},"configuration":[]}]}',1,1,4,1795792764535141,1795792764752643);
CREATE TABLE deploy_message (
    operation text not null,
    id bigint not null,
    kind text not null,
    text text not null,
    at bigint not null,
    primary key (operation, id)
);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',1,'INFO','Processing the archive for space "integration"...',1795792763964895);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',2,'INFO','Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read',1795792764021373);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',3,'INFO','Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...',1795792764025284);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',4,'INFO','Created service instance "process_integration_transport_instance"',1795792764136103);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',5,'INFO','Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"',1795792764136103);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',6,'INFO','Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged',1795792764136103);
INSERT INTO deploy_message VALUES('5e41a0de-61a2-466c-80cc-9fd386833642',7,'INFO','Process finished.',1795792764153675);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',1,'INFO','Processing the archive for space "integration"...',1795792764535141);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',2,'INFO','Archive with MTA "cpi.OrderIntegration" version "1.0.0-20261127151923" and 1 modules was read',1795792764590452);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',3,'INFO','Deploying content of module "OrderIntegration" to service instance "process_integration_transport_instance"...',1795792764605756);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',4,'INFO','Created service instance "process_integration_transport_instance"',1795792764743096);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',5,'INFO','Created service key "OrderIntegration-process_integration_transport_instance-credentials" of service instance "process_integration_transport_instance"',1795792764743096);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',6,'INFO','Content of module "OrderIntegration" deployed as package "OrderIntegration": 5 artifacts created, 0 overwritten, 0 unchanged',1795792764743096);
INSERT INTO deploy_message VALUES('6c45fd33-0dd2-424f-9789-4d30138d67d8',7,'INFO','Process finished.',1795792764752643);
CREATE TABLE deploy_lock (
    space text not null,
    mta_id text not null,
    operation text not null,
    primary key (space, mta_id)
);
CREATE TABLE deploy_mta (
    space text not null,
    mta_id text not null,
    version text not null,
    deployed_at bigint not null,
    primary key (space, mta_id)
);
INSERT INTO deploy_mta VALUES('04e9d85d-2370-4c93-8b95-590668d09283','cpi.OrderIntegration','1.0.0-20261127151923',1795792764153675);
INSERT INTO deploy_mta VALUES('a25035a1-d0dd-46cf-a3b0-089df4547308','cpi.OrderIntegration','1.0.0-20261127151923',1795792764752643);
CREATE TABLE tenant (
    subaccount text primary key,
    transport_mode text,
    tag_definitions text not null
);
INSERT INTO tenant VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','TransportManagementService','{"customTagsConfiguration":[]}');
CREATE TABLE package (
    subaccount text not null,
    id text not null,
    reg_id text not null,
    name text not null,
    version text not null,
    resource text not null,
    tags text not null,
    rev bigint not null,
    created_by text not null,
    created_at bigint not null,
    modified_by text not null,
    modified_at bigint not null,
    primary key (subaccount, id),
    unique (subaccount, reg_id)
);
INSERT INTO package VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','OrderIntegration','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000','Order Integration','1.0.0','{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntegration","semanticVersion":"1.0.0","auxilaryProperties":{},"id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","uniqueId":"OrderIntegration","displayName":"Order Integration","resourceType":"ContentPackage","additionalAttributes":{"SupportedPlatform":{"isExtendedLargeAttribute":false,"attributeValues":["SAP HANA Cloud Integration"]},"Version":{"isExtendedLargeAttribute":false,"attributeValues":["1.0.0"]},"category":{"isExtendedLargeAttribute":false,"attributeValues":["Integration"]},"shortText":{"isExtendedLargeAttribute":false,"attributeValues":["Orders from web shops into an ERP system"]}}}','{}',0,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO package VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','OrderIntegration','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000','Order Integration','1.0.0','{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntegration","semanticVersion":"1.0.0","auxilaryProperties":{},"id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","uniqueId":"OrderIntegration","displayName":"Order Integration","resourceType":"ContentPackage","additionalAttributes":{"SupportedPlatform":{"isExtendedLargeAttribute":false,"attributeValues":["SAP HANA Cloud Integration"]},"Version":{"isExtendedLargeAttribute":false,"attributeValues":["1.0.0"]},"category":{"isExtendedLargeAttribute":false,"attributeValues":["Integration"]},"shortText":{"isExtendedLargeAttribute":false,"attributeValues":["Orders from web shops into an ERP system"]}}}','{}',0,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO package VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','OrderIntegration','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000','Order Integration','1.0.0','{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntegration","semanticVersion":"1.0.0","auxilaryProperties":{},"id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","uniqueId":"OrderIntegration","displayName":"Order Integration","resourceType":"ContentPackage","additionalAttributes":{"SupportedPlatform":{"isExtendedLargeAttribute":false,"attributeValues":["SAP HANA Cloud Integration"]},"Version":{"isExtendedLargeAttribute":false,"attributeValues":["1.0.0"]},"category":{"isExtendedLargeAttribute":false,"attributeValues":["Integration"]},"shortText":{"isExtendedLargeAttribute":false,"attributeValues":["Orders from web shops into an ERP system"]}}}','{}',0,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
CREATE TABLE artifact (
    subaccount text not null,
    reg_id text not null,
    id text not null,
    package text not null,
    kind text not null,
    runnable boolean not null,
    name text not null,
    version text not null,
    draft boolean not null,
    digest text,
    size bigint not null,
    resource text not null,
    relations text not null,
    parameters text not null,
    pos bigint not null,
    created_by text not null,
    created_at bigint not null,
    modified_by text not null,
    modified_at bigint not null,
    primary key (subaccount, reg_id)
);
INSERT INTO artifact VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','OrderIntake','OrderIntegration','IFlow',1,'Order intake','1.0.0',0,'5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679',2415,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntake.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","uniqueId":"OrderIntake","displayName":"Order intake","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"intake_path","default":"/orders","data_type":"xsd:string","description":"Path under which shops post orders"},{"key":"intake_role","default":"ESBMessaging.send","data_type":"xsd:string","description":"Role that shops need"},{"key":"max_body_mb","default":"10","data_type":"xsd:integer","description":"Largest order in MB"}]',0,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO artifact VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','OrderToErp','OrderIntegration','IFlow',1,'Order to ERP','1.0.0',0,'a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c',2508,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderToErp.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","uniqueId":"OrderToErp","displayName":"Order to ERP","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"erp_timeout_ms","default":"60000","data_type":"xsd:integer","description":"How long the ERP system may take"},{"key":"log_payload","default":"false","data_type":"xsd:boolean","description":"Whether the order is attached to the log"}]',1,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO artifact VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','OrderStatus','OrderIntegration','IFlow',1,'Order status to shops','1.0.0',0,'6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f',2559,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderStatus.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","uniqueId":"OrderStatus","displayName":"Order status to shops","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"since","default":"yesterday","data_type":"xsd:string","description":"From when changes are read"},{"key":"parallel","default":"true","data_type":"xsd:boolean","description":"Whether shops are served in parallel"},{"key":"sftp_host","default":"files-dev.example.com:22","data_type":"xsd:string","description":"Where shops fetch the status"},{"key":"sftp_directory","default":"/out/status","data_type":"xsd:string","description":"Folder on that host"},{"key":"sftp_credential","default":"SHOP_FILES","data_type":"xsd:string","description":"Alias of the user credentials"}]',2,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO artifact VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','OrderCodes','OrderIntegration','ValueMapping',1,'Order codes','1.0.0',0,'83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20',944,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderCodes.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","uniqueId":"OrderCodes","displayName":"Order codes","semanticVersion":"1.0.0","resourceType":"ValueMapping"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","relationType":"AGGREGATION","RelationName":"Default"}]','[]',3,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO artifact VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','OrderScripts','OrderIntegration','ScriptCollection',1,'Order scripts','1.0.0',0,'567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2',1660,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderScripts.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","uniqueId":"OrderScripts","displayName":"Order scripts","semanticVersion":"1.0.0","resourceType":"ScriptCollection"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","relationType":"AGGREGATION","RelationName":"Default"}]','[]',4,'developer@ropeway.example',1795792762757087,'developer@ropeway.example',1795792762757087);
INSERT INTO artifact VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','OrderIntake','OrderIntegration','IFlow',1,'Order intake','1.0.0',0,'5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679',2415,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntake.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","uniqueId":"OrderIntake","displayName":"Order intake","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"intake_path","default":"/orders","data_type":"xsd:string","description":"Path under which shops post orders"},{"key":"intake_role","default":"ESBMessaging.send","data_type":"xsd:string","description":"Role that shops need"},{"key":"max_body_mb","default":"10","data_type":"xsd:integer","description":"Largest order in MB"}]',0,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','OrderToErp','OrderIntegration','IFlow',1,'Order to ERP','1.0.0',0,'a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c',2508,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderToErp.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","uniqueId":"OrderToErp","displayName":"Order to ERP","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"erp_timeout_ms","default":"60000","data_type":"xsd:integer","description":"How long the ERP system may take"},{"key":"log_payload","default":"false","data_type":"xsd:boolean","description":"Whether the order is attached to the log"}]',1,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','OrderStatus','OrderIntegration','IFlow',1,'Order status to shops','1.0.0',0,'6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f',2559,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderStatus.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","uniqueId":"OrderStatus","displayName":"Order status to shops","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"since","default":"yesterday","data_type":"xsd:string","description":"From when changes are read"},{"key":"parallel","default":"true","data_type":"xsd:boolean","description":"Whether shops are served in parallel"},{"key":"sftp_host","default":"files-dev.example.com:22","data_type":"xsd:string","description":"Where shops fetch the status"},{"key":"sftp_directory","default":"/out/status","data_type":"xsd:string","description":"Folder on that host"},{"key":"sftp_credential","default":"SHOP_FILES","data_type":"xsd:string","description":"Alias of the user credentials"}]',2,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','OrderCodes','OrderIntegration','ValueMapping',1,'Order codes','1.0.0',0,'83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20',944,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderCodes.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","uniqueId":"OrderCodes","displayName":"Order codes","semanticVersion":"1.0.0","resourceType":"ValueMapping"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","relationType":"AGGREGATION","RelationName":"Default"}]','[]',3,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','OrderScripts','OrderIntegration','ScriptCollection',1,'Order scripts','1.0.0',0,'567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2',1660,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderScripts.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","uniqueId":"OrderScripts","displayName":"Order scripts","semanticVersion":"1.0.0","resourceType":"ScriptCollection"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","relationType":"AGGREGATION","RelationName":"Default"}]','[]',4,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664,'sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','OrderIntake','OrderIntegration','IFlow',1,'Order intake','1.0.0',0,'5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679',2415,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderIntake.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","uniqueId":"OrderIntake","displayName":"Order intake","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"intake_path","default":"/orders","data_type":"xsd:string","description":"Path under which shops post orders"},{"key":"intake_role","default":"ESBMessaging.send","data_type":"xsd:string","description":"Role that shops need"},{"key":"max_body_mb","default":"10","data_type":"xsd:integer","description":"Largest order in MB"}]',0,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','OrderToErp','OrderIntegration','IFlow',1,'Order to ERP','1.0.0',0,'a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c',2508,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderToErp.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","uniqueId":"OrderToErp","displayName":"Order to ERP","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"erp_timeout_ms","default":"60000","data_type":"xsd:integer","description":"How long the ERP system may take"},{"key":"log_payload","default":"false","data_type":"xsd:boolean","description":"Whether the order is attached to the log"}]',1,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','OrderStatus','OrderIntegration','IFlow',1,'Order status to shops','1.0.0',0,'6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f',2559,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderStatus.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","uniqueId":"OrderStatus","displayName":"Order status to shops","semanticVersion":"1.0.0","resourceType":"IFlow"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003","relationType":"AGGREGATION","RelationName":"Default"}]','[{"key":"erp_host","default":"erp-dev.example.com","data_type":"xsd:string","description":"Host of the ERP system"},{"key":"erp_credential","default":"ERP_ORDERS","data_type":"xsd:string","description":"Alias of the user credentials"},{"key":"since","default":"yesterday","data_type":"xsd:string","description":"From when changes are read"},{"key":"parallel","default":"true","data_type":"xsd:boolean","description":"Whether shops are served in parallel"},{"key":"sftp_host","default":"files-dev.example.com:22","data_type":"xsd:string","description":"Where shops fetch the status"},{"key":"sftp_directory","default":"/out/status","data_type":"xsd:string","description":"Folder on that host"},{"key":"sftp_credential","default":"SHOP_FILES","data_type":"xsd:string","description":"Alias of the user credentials"}]',2,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','OrderCodes','OrderIntegration','ValueMapping',1,'Order codes','1.0.0',0,'83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20',944,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderCodes.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","uniqueId":"OrderCodes","displayName":"Order codes","semanticVersion":"1.0.0","resourceType":"ValueMapping"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004","relationType":"AGGREGATION","RelationName":"Default"}]','[]',3,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','OrderScripts','OrderIntegration','ScriptCollection',1,'Order scripts','1.0.0',0,'567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2',1660,'{"version":1,"revision":0,"masterId":"00000000000000000000000000000000:0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005:1","isValidHash":0,"privilegeState":"EDIT_ALLOWED","isRestricted":false,"isGroupDefault":false,"resourceReferences":[],"name":"OrderScripts.zip","contentType":"application/zip","id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","uniqueId":"OrderScripts","displayName":"Order scripts","semanticVersion":"1.0.0","resourceType":"ScriptCollection"}','[{"sourceId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","targetId":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005","relationType":"AGGREGATION","RelationName":"Default"}]','[]',4,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204,'sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
CREATE TABLE artifact_version (
    subaccount text not null,
    reg_id text not null,
    version text not null,
    name text not null,
    digest text,
    comment text not null,
    created_by text not null,
    created_at bigint not null,
    primary key (subaccount, reg_id, version)
);
INSERT INTO artifact_version VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','1.0.0','Order intake','5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679','','developer@ropeway.example',1795792762757087);
INSERT INTO artifact_version VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','1.0.0','Order to ERP','a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c','','developer@ropeway.example',1795792762757087);
INSERT INTO artifact_version VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','1.0.0','Order status to shops','6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f','','developer@ropeway.example',1795792762757087);
INSERT INTO artifact_version VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','1.0.0','Order codes','83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20','','developer@ropeway.example',1795792762757087);
INSERT INTO artifact_version VALUES('0b3a0c29-f0ee-446e-845f-0427090c6162','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','1.0.0','Order scripts','567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2','','developer@ropeway.example',1795792762757087);
INSERT INTO artifact_version VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','1.0.0','Order intake','5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679','','sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact_version VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','1.0.0','Order to ERP','a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c','','sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact_version VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','1.0.0','Order status to shops','6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f','','sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact_version VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','1.0.0','Order codes','83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20','','sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact_version VALUES('ce515475-17e9-48af-b5de-6a23a9c44b49','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','1.0.0','Order scripts','567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2','','sb-2de64cf1-852d-4bce-abb3-9fa085e33cfc!b21|it!b117',1795792764130664);
INSERT INTO artifact_version VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0001','1.0.0','Order intake','5acc371e348969dfe20b2893f1c9aa75b6bee4f08e7c768a1481fbd66e287679','','sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact_version VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0002','1.0.0','Order to ERP','a15e70c26c35936e37c1c9fb969967e4b3b1155cd72a6ec287b58ffba707bb5c','','sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact_version VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0003','1.0.0','Order status to shops','6ed04f60c74d1c1f8fa63e352daf439ed7b1eabfdb6090fcbc512ab03095a05f','','sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact_version VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0004','1.0.0','Order codes','83d9a768f3e684b0697dd4f3e27755eb53ce03077022dfed3313004e2e3e3d20','','sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
INSERT INTO artifact_version VALUES('1cb7d814-a9cc-4755-bc66-bbefb39e9ebd','0d3e5a6c4b1f4c7e9a2d6f8b1c0e0005','1.0.0','Order scripts','567911c13e802180cc21194cef55d30c83a94e510604809b95ae6583806ed0c2','','sb-971894da-8acc-44d3-979d-261803f7e148!b26|it!b117',1795792764729204);
CREATE TABLE artifact_value (
    subaccount text not null,
    reg_id text not null,
    name text not null,
    value text not null,
    primary key (subaccount, reg_id, name)
);
CREATE TABLE artifact_lock (
    subaccount text not null,
    reg_id text not null,
    holder text not null,
    created_at bigint not null,
    primary key (subaccount, reg_id)
);
CREATE TABLE runtime_artifact (
    subaccount text not null,
    id text not null,
    version text not null,
    name text not null,
    kind text not null,
    task text not null,
    status text not null,
    error text,
    endpoints text not null,
    deployed_by text not null,
    deployed_at bigint not null,
    primary key (subaccount, id)
);
CREATE TABLE build_task (
    subaccount text not null,
    id text not null,
    artifact text not null,
    digest text,
    parameters text not null,
    status text not null,
    created_at bigint not null,
    primary key (subaccount, id)
);
CREATE TABLE tenant_transport (
    id text primary key,
    subaccount text not null,
    package text not null,
    state text not null,
    detail text not null,
    started_by text not null,
    started_at bigint not null,
    ended_at bigint
);
INSERT INTO tenant_transport VALUES('944efdc0-0fff-41d4-abbc-d048e7369ed3','0b3a0c29-f0ee-446e-845f-0427090c6162','OrderIntegration','FINISHED','{"v":1,"request":{"id":"944efdc0-0fff-41d4-abbc-d048e7369ed3","requestor":"944efdc0-0fff-41d4-abbc-d048e7369ed3","exportMode":"TransportManagementService","exportMediaType":"MTAR","description":"Order Integration first delivery","transportUser":"developer@ropeway.example","contentResources":[{"id":"OrderIntegration","resourceID":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","type":"Cloud Integration","subType":"package","name":"Order Integration","version":"1.0.0"}]},"asked":true,"process":"d19f131d-6b41-45df-8a66-f8f643323f35","polls":2,"attempts":0,"transport_request":208,"transport_request_url":"http://127.0.0.1:4999/alm/alm/api/imp-cdm-transport-management-api/v1/v2/transportRequests/208/tracking","lines":[{"severity":"INFO","text":"the Content Agent took over: process d19f131d-6b41-45df-8a66-f8f643323f35","at":1795792763468013},{"severity":"INFO","text":"the export begins","at":1795792763473000},{"severity":"INFO","text":"transport node DEV was found, with a node behind it","at":1795792763483000},{"severity":"INFO","text":"package OrderIntegration version 1.0.0 was read (whole)","at":1795792763537000},{"severity":"INFO","text":"the archive OrderIntegration.mtar, version 1.0.0-20261127151923, was assembled: 11546 bytes","at":1795792763537000},{"severity":"INFO","text":"the archive was uploaded as file 204","at":1795792763565000},{"severity":"INFO","text":"the content was handed to transport management: trId 208","at":1795792763606000}]}','developer@ropeway.example',1795792763438387,1795792763641852);
CREATE TABLE activity (
    id text primary key,
    subaccount text not null,
    requestor text not null,
    state text not null,
    detail text not null,
    archive text,
    started_by text not null,
    started_at bigint not null,
    ended_at bigint
);
INSERT INTO activity VALUES('d19f131d-6b41-45df-8a66-f8f643323f35','0b3a0c29-f0ee-446e-845f-0427090c6162','944efdc0-0fff-41d4-abbc-d048e7369ed3','FINISHED','{"v":1,"wish":{"client_id":"944efdc0-0fff-41d4-abbc-d048e7369ed3","mode":"TransportManagement","description":"Order Integration first delivery","node":null,"destination":"TransportManagementService","owner":"developer@ropeway.example","resources":[{"kind":"Package","id":"OrderIntegration","reg_id":"0d3e5a6c4b1f4c7e9a2d6f8b1c0e0000","components":[],"after":[]}]},"stage":"Export","attempts":0,"node":{"name":"DEV","successors":[183]},"archive":{"digest":"6a090f8d5580e86b43cee56eb5c762c558f9b6cfe1625bd0ee3cb21c13cdc107","size":11546,"name":"OrderIntegration.mtar"},"file":204,"asked":true,"request":208,"request_url":"http://127.0.0.1:4999/alm/alm/api/imp-cdm-transport-management-api/v1/v2/transportRequests/208/tracking","queues":["TEST"]}','6a090f8d5580e86b43cee56eb5c762c558f9b6cfe1625bd0ee3cb21c13cdc107','sb-e3427498-4af5-4e46-9efd-8e4a063ae6b0!b16|content-agent!b58',1795792763465094,1795792763606807);
CREATE TABLE activity_message (
    activity text not null,
    pos bigint not null,
    severity text not null,
    text text not null,
    at bigint not null,
    primary key (activity, pos)
);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',0,'INFO','the export begins',1795792763473607);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',1,'INFO','transport node DEV was found, with a node behind it',1795792763483681);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',2,'INFO','package OrderIntegration version 1.0.0 was read (whole)',1795792763537106);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',3,'INFO','the archive OrderIntegration.mtar, version 1.0.0-20261127151923, was assembled: 11546 bytes',1795792763537106);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',4,'INFO','the archive was uploaded as file 204',1795792763565575);
INSERT INTO activity_message VALUES('d19f131d-6b41-45df-8a66-f8f643323f35',5,'INFO','the content was handed to transport management: trId 208',1795792763606896);
CREATE TABLE alm_project (
    id text primary key,
    subaccount text not null,
    name text not null,
    status text not null,
    access text not null,
    created_at bigint not null,
    modified_at bigint not null
);
INSERT INTO alm_project VALUES('ad322264-f83a-4738-8334-a4131535bc3f','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','Integration','O','restricted',1795792762651387,1795792762651387);
CREATE TABLE alm_member (
    project text not null,
    user_key text not null,
    user_name text not null,
    place text not null,
    primary key (project, user_key)
);
INSERT INTO alm_member VALUES('ad322264-f83a-4738-8334-a4131535bc3f','project.lead@ropeway.example','project.lead@ropeway.example','lead');
INSERT INTO alm_member VALUES('ad322264-f83a-4738-8334-a4131535bc3f','change.manager@ropeway.example','change.manager@ropeway.example','member');
INSERT INTO alm_member VALUES('ad322264-f83a-4738-8334-a4131535bc3f','deployment.manager@ropeway.example','deployment.manager@ropeway.example','member');
INSERT INTO alm_member VALUES('ad322264-f83a-4738-8334-a4131535bc3f','developer@ropeway.example','developer@ropeway.example','viewer');
INSERT INTO alm_member VALUES('ad322264-f83a-4738-8334-a4131535bc3f','tester@ropeway.example','tester@ropeway.example','viewer');
CREATE TABLE alm_counter (
    subaccount text primary key,
    last bigint not null
);
INSERT INTO alm_counter VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3',1);
CREATE TABLE alm_feature (
    id text primary key,
    subaccount text not null,
    number bigint not null,
    project text not null,
    title text not null,
    description text not null,
    status text not null,
    priority bigint not null,
    release_id text,
    scope_id text,
    workstream_id text,
    responsible_id text,
    kind text not null,
    tags text not null,
    rev bigint not null,
    created_at bigint not null,
    modified_at bigint not null,
    unique (subaccount, number)
);
INSERT INTO alm_feature VALUES('2c6e2660-9060-4936-bacb-6cda79453cc6','e32754fd-1bb3-4df6-b052-64a9aa5fc0b3',1,'ad322264-f83a-4738-8334-a4131535bc3f','Bring the package to production','','CONFIRMED',30,NULL,NULL,NULL,NULL,'FEATURE','[]',23,1795792763375640,1795792765309538);
CREATE TABLE alm_url_reference (
    id text primary key,
    feature text not null,
    name text not null,
    url text not null,
    created_at bigint not null
);
CREATE TABLE alm_external_reference (
    feature text not null,
    id text not null,
    name text not null,
    url text not null,
    created_at bigint not null,
    primary key (feature, id)
);
CREATE TABLE alm_history (
    id integer primary key,
    feature text not null,
    at bigint not null,
    actor text not null,
    heading text not null,
    value text not null,
    old_value text
);
INSERT INTO alm_history VALUES(194,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792763375640,'project.lead@ropeway.example','Feature created','6-1',NULL);
INSERT INTO alm_history VALUES(197,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792763399451,'developer@ropeway.example','Status changed','In Implementation','In Specification');
INSERT INTO alm_history VALUES(213,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792763794507,'developer@ropeway.example','Transport request assigned','208',NULL);
INSERT INTO alm_history VALUES(246,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792764346140,'deployment.manager@ropeway.example','Transport request deployed in TEST','208',NULL);
INSERT INTO alm_history VALUES(247,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792764381428,'developer@ropeway.example','Status changed','In Testing','In Implementation');
INSERT INTO alm_history VALUES(250,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792764428045,'tester@ropeway.example','Status changed','Successfully Tested','In Testing');
INSERT INTO alm_history VALUES(253,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792764465316,'change.manager@ropeway.example','Status changed','Ready for Production','Successfully Tested');
INSERT INTO alm_history VALUES(284,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792765289516,'deployment.manager@ropeway.example','Transport request deployed in PROD','208',NULL);
INSERT INTO alm_history VALUES(285,'2c6e2660-9060-4936-bacb-6cda79453cc6',1795792765309538,'project.lead@ropeway.example','Status changed','Deployed','Ready for Production');
CREATE TABLE alm_transport (
    subaccount text not null,
    id bigint not null,
    title text not null,
    owner text not null,
    content_type text not null,
    way text not null,
    complete boolean not null,
    deleted boolean not null,
    feature text,
    deployment bigint,
    problem text,
    released_at bigint not null,
    changed_at bigint not null,
    primary key (subaccount, id)
);
INSERT INTO alm_transport VALUES('e32754fd-1bb3-4df6-b052-64a9aa5fc0b3',208,'Order Integration first delivery','developer@ropeway.example','MTA','{"source":"DEV","source_node":181,"entered":null,"stops":[{"node":183,"name":"TEST","manual":false,"at":"deployed","before":null},{"node":186,"name":"PROD","manual":false,"at":"deployed","before":null}],"problem":null}',1,0,'2c6e2660-9060-4936-bacb-6cda79453cc6',NULL,NULL,1795792763598375,1795792765289516);
CREATE TABLE alm_deployment (
    id integer primary key,
    subaccount text not null,
    feature text not null,
    node bigint not null,
    node_name text not null,
    transports text not null,
    named_user text not null,
    state text not null,
    action bigint,
    polls bigint not null,
    ordered_at bigint not null,
    ended_at bigint
);
INSERT INTO alm_deployment VALUES(216,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','2c6e2660-9060-4936-bacb-6cda79453cc6',183,'TEST','[208]','deployment.manager@ropeway.example','ended',219,8,1795792763853969,1795792764346140);
INSERT INTO alm_deployment VALUES(255,'e32754fd-1bb3-4df6-b052-64a9aa5fc0b3','2c6e2660-9060-4936-bacb-6cda79453cc6',186,'PROD','[208]','deployment.manager@ropeway.example','ended',258,9,1795792764471158,1795792765289516);
CREATE INDEX job_run_at on job (run_at, id);
CREATE INDEX audit_unchained on audit (id) where chain_pos is null;
CREATE INDEX audit_subaccount on audit (subaccount, id);
CREATE INDEX oauth_client_zone on oauth_client (zone);
CREATE INDEX shadow_user_person on shadow_user (person);
CREATE INDEX role_assignment_collection on role_assignment (zone, collection);
CREATE INDEX refresh_token_expires on refresh_token (expires_at);
CREATE INDEX refresh_token_person on refresh_token (person);
CREATE INDEX revoked_token_expires on revoked_token (expires_at);
CREATE INDEX opaque_token_expires on opaque_token (expires_at);
CREATE INDEX assignment_plan on assignment (service, plan);
CREATE INDEX service_instance_space on service_instance (space, id);
CREATE INDEX service_instance_plan on service_instance (subaccount, service, plan);
CREATE INDEX service_operation_resource on service_operation (resource);
CREATE INDEX cf_org_subaccount on cf_org (subaccount);
CREATE INDEX cf_role_target on cf_role (target);
CREATE INDEX cf_role_org on cf_role (org);
CREATE INDEX cf_job_space on cf_job (space, state);
CREATE INDEX cf_job_resource on cf_job (resource);
CREATE INDEX cf_job_updated on cf_job (updated_at);
CREATE INDEX route_source on route (source);
CREATE INDEX file_unattached on file (created_at) where is_attached = false;
CREATE INDEX file_blob on file (blob) where blob is not null;
CREATE INDEX request_subaccount on request (subaccount, id);
CREATE UNIQUE INDEX queue_entry_node_pos_key on queue_entry (node, pos);
CREATE INDEX queue_entry_status on queue_entry (node, status, pos);
CREATE INDEX action_request_request on action_request (request, action);
CREATE INDEX action_message_action on action_message (action, request);
CREATE INDEX import_run_open on import_run (node, action) where is_open = true;
CREATE INDEX ext_descriptor_blob on ext_descriptor (blob);
CREATE INDEX deploy_file_space on deploy_file (space, created_at);
CREATE INDEX deploy_file_created on deploy_file (created_at);
CREATE INDEX deploy_file_blob on deploy_file (blob);
CREATE INDEX deploy_operation_space on deploy_operation (space, started_at);
CREATE INDEX deploy_operation_started on deploy_operation (started_at);
CREATE INDEX deploy_lock_operation on deploy_lock (operation);
CREATE UNIQUE INDEX artifact_subaccount_id_key on artifact (subaccount, id) where runnable;
CREATE INDEX artifact_package on artifact (subaccount, package, pos, reg_id);
CREATE INDEX artifact_id on artifact (subaccount, id);
CREATE INDEX artifact_digest on artifact (digest) where digest is not null;
CREATE INDEX artifact_version_digest on artifact_version (digest) where digest is not null;
CREATE INDEX tenant_transport_subaccount on tenant_transport (subaccount, started_at);
CREATE INDEX activity_archive on activity (archive) where archive is not null;
CREATE INDEX activity_subaccount on activity (subaccount, started_at, id);
CREATE INDEX activity_requestor on activity (subaccount, requestor);
CREATE INDEX alm_project_subaccount on alm_project (subaccount);
CREATE INDEX alm_member_user on alm_member (user_key);
CREATE INDEX alm_feature_project on alm_feature (project);
CREATE INDEX alm_url_reference_feature on alm_url_reference (feature);
CREATE INDEX alm_history_feature on alm_history (feature, id);
CREATE INDEX alm_transport_feature on alm_transport (feature);
CREATE INDEX alm_transport_free on alm_transport (subaccount, id) where feature is null;
CREATE INDEX alm_deployment_feature on alm_deployment (feature, id);
CREATE INDEX alm_deployment_action on alm_deployment (subaccount, action);
COMMIT;
