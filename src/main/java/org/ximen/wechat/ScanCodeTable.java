package org.ximen.wechat;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.ximen.db.Db;

/** Where the codes of posters lead: WeChat makes each once, and an account has only so many. */
final class ScanCodeTable {
    private final Db db;

    ScanCodeTable(Db db) {
        this.db = db;
    }

    Optional<String> find(String scene) {
        return db.client()
                .sql("select address from wechat_code where scene = ?")
                .param(scene)
                .query(String.class)
                .optional();
    }

    void insert(String scene, String address) {
        try {
            db.run(() ->
                    db.client()
                            .sql("insert into wechat_code (scene, address) values (?, ?)")
                            .params(scene, address)
                            .update());
        } catch (DuplicateKeyException e) { // another machine was as quick; both lead there
        }
    }
}
